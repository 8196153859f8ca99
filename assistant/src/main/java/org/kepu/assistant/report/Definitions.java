package org.kepu.assistant.report;

import java.util.List;
import org.kepu.assistant.report.ReachReport.Section;

/** What the figures mean. */
final class Definitions {

  private Definitions() {}

  static Section section() {
    Tables table = Tables.of("definitions", "指标口径", "指标", "口径");
    define(table, "有效会话", "至少有一个提问得到了答复（不含出错和取消）；测试、机器访问和本单位人员除外。网页静默 30 分钟算下一次会话，展厅终端以复位为界。");
    define(table, "R1 平台服务人次", "有效会话数。同一访客一天最多计 20 次；展厅终端旁的同伴不重复计；扫码带走的会话不另计。本系统实测，证据等级 A。");
    define(table, "R2 线下参加人次", "活动与场馆的到场人数，由各单位填报。同一活动只取一个来源，次序为闸机或票务、签到、人工计数；各天的数相加。");
    define(table, "R3 线上参加人次", "直播和线上活动的参加、观看人次，以平台公布数填报；同一项目多次快照取最大值。");
    define(table, "R4 传播量", "播放、阅读、浏览次数，按快照增量计，只增不减；与人次并列，不相加。");
    define(table, "科普服务公众人次", "R1 + R2 + R3 − 重合。是人次，不是人数。");
    define(
        table, "重合", "已报人数的活动，经该活动使用本平台的会话；以及其他标明已由活动计入的会话。人数报在会话之后的，此前一年内的会话记在首次报数的那一期，各月之和等于全年。");
    define(table, "访客（日累计）", "网页端每天不同访客之和。访客标识当天有效、次日销毁，跨天不能去重，所以不是“独立人数”；展厅终端不适用，不记为 0。");
    define(table, "提问", "访客提出的问题。5 秒内重复的同一句只计一次；问候、道谢、道别和辱骂另计，不在其中，只有这些的会话不算有效会话。");
    define(table, "有答率", "（已回答 + 部分回答）÷（知识、实用和教学类提问 − 需要澄清的提问）。");
    define(table, "有据率", "每个事实句都有有效出处的回答 ÷ 全部回答。");
    define(table, "查无依据率", "如实答复“没有可靠依据”的提问 ÷ 应答提问。");
    define(table, "满意度", "赞 ÷（赞 + 踩），同一回答以最后一次为准；不足 30 票不显示。");
    define(table, "活动", "有日期、单位和证据的活动；持续几天算一项，几个单位合办的，全院算一项，各单位各算一项。");
    define(table, "停留", "网页为可见且在使用的时间，同一会话各段相加；展厅终端为首次到末次触摸。没有提问的不计，网页封顶 30 分钟、终端封顶 15 分钟。");
    define(table, "地区", "不细于城市。展厅终端取所在场馆的城市，线下活动取举办地；其余未知。");
    define(table, "图书、产品", "图书按书号（ISBN，10 位与 13 位、有无连字符视为同一个）、产品按登记号计种，计入首次填报的那一期；重印、更新不另计。");
    define(table, "证据等级", "A 本系统实测；B 闸机、票务导入；C 人工计数，有附件；D 第三方平台截图。");
    define(table, "时间", "按北京时间的自然日、自然月、自然年。");
    return new Section(
        "definitions",
        "口径",
        List.of(
            "口径名称与版本：" + ReachReport.DEFINITION + "。",
            "与 kepu-reach 2 的差别：R2 同一活动只取一个来源，第 2 版是一天取一个；重合不论人数报在哪一期，第 2 版只看同一期；图书、产品只计首次填报，第 2 版每期各计；问候和辱骂从提问和会话中分出，对象只记访客自己选定的，此前的记录不改。按第 2 版及以前锁定的月份，仍按锁定时的口径列出。",
            "与 kepu-reach 1 的差别还有停留：第 1 版每次离开页面各算一次，没有提问的也计入；第 2 版同一会话各段相加，没有提问的不计。按第 1 版锁定的月份，停留列锁定时的数，不与重算的数比对。"),
        List.of(table.table()));
  }

  private static void define(Tables table, String name, String definition) {
    table.row(name, Cell.text(definition));
  }
}
