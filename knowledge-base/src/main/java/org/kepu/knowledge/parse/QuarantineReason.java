package org.kepu.knowledge.parse;

/** Why a file is kept out of the index. Each says in an editor's words what to do about it. */
public enum QuarantineReason {
  /** Its format is none that is read. */
  UNSUPPORTED("不支持这种格式，请另存为 Markdown、网页、纯文本、PDF、Word、PowerPoint、Excel 或 EPUB 后再上传"),
  /** Its content is of another format than its name says. */
  MISNAMED("文件内容与扩展名不符，请核对来源并改正文件名"),
  /** It needs a password, or rights that we do not have. */
  ENCRYPTED("文件已加密或受密码保护，请取消保护后再上传"),
  /** A PDF of pictures. */
  SCANNED("这是扫描件，没有文字层，无法检索；请先做文字识别（OCR）再上传"),
  /** It can be read, and holds no words. */
  EMPTY("文件里没有可检索的文字"),
  /** The file has too many bytes. */
  TOO_LARGE("文件太大，请拆分后再上传"),
  /** Its text is too long. */
  TOO_LONG("文字太长，请拆分成几份再上传"),
  /** The archive it is packed in holds too many files. */
  TOO_MANY_ENTRIES("压缩包内的文件太多，疑似恶意文件"),
  /** It unpacks to too much. */
  TOO_COMPRESSED("解压后过大，疑似压缩炸弹"),
  /** Something in it is nested too deeply. */
  TOO_DEEP("内容嵌套过深，疑似恶意文件"),
  /** Reading it took too long. */
  TIMEOUT("解析超时，请拆分或重新导出后再上传"),
  /** Reading it needs too much memory. */
  OUT_OF_MEMORY("解析所需的内存超过上限，请拆分后再上传"),
  /** The process that read it broke down. */
  CRASHED("解析这份文件时解析进程意外退出，文件可能已损坏"),
  /** It breaks the rules of its format. */
  DAMAGED("文件已损坏或不合格式，请重新导出后再上传"),
  /** What is said about it, in its front matter or beside it, cannot be used. */
  MISDESCRIBED("文件的说明信息有误，请按提示改正");

  private final String inWords;

  QuarantineReason(String inWords) {
    this.inWords = inWords;
  }

  /** The reason and the way out, in Chinese, without a full stop. */
  public String inWords() {
    return inWords;
  }
}
