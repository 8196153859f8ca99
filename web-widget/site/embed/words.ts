import type { Language } from '../content';
import type { Kind } from './surface';

type Words = Readonly<
  Record<
    | 'embed.title'
    | 'embed.lead'
    | 'choose'
    | 'venue'
    | 'form'
    | 'form.bubble'
    | 'form.inline'
    | 'form.page'
    | 'locale'
    | 'locale.page'
    | 'site'
    | 'siteHint'
    | 'siteWrong'
    | 'origin'
    | 'originHint'
    | 'originWrong'
    | 'preview'
    | 'previewNote'
    | 'yourSite'
    | 'code'
    | 'copy'
    | 'copied'
    | 'steps'
    | 'register'
    | 'register.text'
    | 'register.own'
    | 'register.more'
    | 'paste'
    | 'paste.text'
    | 'paste.bubble'
    | 'paste.inline'
    | 'paste.page'
    | 'check'
    | 'check.text'
    | 'check.else'
    | 'refused'
    | 'policy'
    | 'policy.text'
    | 'app'
    | 'app.text'
    | 'app.settings'
    | 'app.page'
    | 'surface'
    | 'surface.text'
    | 'col.name'
    | 'col.what'
    | Kind,
    string
  >
>;

/** What the embedding page says. */
export const EMBED_WORDS: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    'embed.title': '把科普助手\n请到你的网页上',
    'embed.lead': '选好样子，登记网站，贴上代码。不用框架，也不会动你网页上的任何东西。',
    choose: '选一个样子',
    venue: '场馆',
    form: '样式',
    'form.bubble': '角落里的按钮',
    'form.inline': '正文里的一块',
    'form.page': '一整页',
    locale: '语言',
    'locale.page': '跟随网页',
    site: '网站编号',
    siteHint: '登记时起的名字。网页就放在这个服务上的，留空。',
    siteWrong: '只用小写字母、数字和连字符，最多 64 个。',
    origin: '网站地址',
    originHint: '贴上任意一页的网址就行，只取开头。',
    originWrong: '请写完整的网址，例如 https://www.example.org。',
    preview: '预览',
    previewNote: '这是真的助手，可以直接问。',
    yourSite: '你的网站',
    code: '贴进网页的代码',
    copy: '复制代码',
    copied: '已复制',
    steps: '三步放好',
    register: '登记网站',
    'register.text':
      '请运行科普助手的同事把这几行加进服务的设置（kepu.env，或容器的环境变量），然后重启服务。',
    'register.own': '网页和科普助手在同一个地址上，不用登记。',
    'register.more':
      '一个网站有几个地址，就在 ORIGINS 里用逗号隔开；下一个网站从 KEPU_WEB_SITES_1_ 写起。THEME 定颜色，GREETING 定第一句话。',
    paste: '贴上代码',
    'paste.text': '把上面的代码原样贴进网页。',
    'paste.bubble': '放在哪里都行，按钮总在右下角。',
    'paste.inline': '助手就出现在贴代码的位置，宽随正文，高 41rem；想改高度，给 kepu-chat 写一条 height。',
    'paste.page': '网页里不必再有别的内容，助手占满整个窗口。',
    check: '看一眼',
    'check.text': '打开网页，问一个问题。答出来就成了。',
    'check.else': '没有登记，或者地址对不上，服务会以 403 拒绝，助手这样告诉提问的人：',
    refused:
      '来自 {0} 的页面没有登记，不能在这里提问。请网站的管理员请科普助手的管理员登记它的地址（kepu.web.sites）。',
    policy: '网页设了内容安全策略',
    'policy.text': '在原有的策略里放行这个地址。样式不用放行，助手不写行内样式。',
    app: '放进手机 App',
    'app.text':
      'WebView 里的本地网页没有网址，改用设备令牌登记。下面的令牌刚在你的浏览器里随机生成，没有发给任何人；请像密码一样保管。',
    'app.settings': 'App 的登记',
    'app.page': 'App 里的网页',
    surface: '还能调什么',
    'surface.text':
      '属性随时可改，也都是同名的 JavaScript 属性；写在一行代码里时加上 data-。样式用 ::part() 和自定义属性来改。事件会冒泡，也能穿出影子树。',
    'col.name': '名称',
    'col.what': '作用',
    attributes: '属性',
    methods: '方法',
    events: '事件',
    parts: '样式部件',
    properties: 'CSS 自定义属性',
  },
  'zh-TW': {
    'embed.title': '把科普助手\n請到你的網頁上',
    'embed.lead': '選好樣子，登記網站，貼上程式碼。不用框架，也不會動你網頁上的任何東西。',
    choose: '選一個樣子',
    venue: '場館',
    form: '樣式',
    'form.bubble': '角落裡的按鈕',
    'form.inline': '內文裡的一塊',
    'form.page': '一整頁',
    locale: '語言',
    'locale.page': '跟隨網頁',
    site: '網站編號',
    siteHint: '登記時取的名字。網頁就放在這個服務上的，留空。',
    siteWrong: '只用小寫字母、數字和連字號，最多 64 個。',
    origin: '網站位址',
    originHint: '貼上任意一頁的網址就行，只取開頭。',
    originWrong: '請寫完整的網址，例如 https://www.example.org。',
    preview: '預覽',
    previewNote: '這是真的助手，可以直接問。',
    yourSite: '你的網站',
    code: '貼進網頁的程式碼',
    copy: '複製程式碼',
    copied: '已複製',
    steps: '三步放好',
    register: '登記網站',
    'register.text':
      '請負責科普助手的同事把這幾行加進服務的設定（kepu.env，或容器的環境變數），然後重新啟動服務。',
    'register.own': '網頁和科普助手在同一個位址上，不用登記。',
    'register.more':
      '一個網站有幾個位址，就在 ORIGINS 裡用逗號隔開；下一個網站從 KEPU_WEB_SITES_1_ 寫起。THEME 定顏色，GREETING 定第一句話。',
    paste: '貼上程式碼',
    'paste.text': '把上面的程式碼原樣貼進網頁。',
    'paste.bubble': '放在哪裡都行，按鈕總在右下角。',
    'paste.inline': '助手就出現在貼程式碼的位置，寬隨內文，高 41rem；想改高度，替 kepu-chat 寫一條 height。',
    'paste.page': '網頁裡不必再有別的內容，助手占滿整個視窗。',
    check: '看一眼',
    'check.text': '打開網頁，問一個問題。答出來就成了。',
    'check.else': '沒有登記，或者位址對不上，服務會以 403 拒絕，助手這樣告訴提問的人：',
    refused:
      '來自 {0} 的頁面沒有登記，不能在這裡提問。請網站的管理員請科普助手的管理員登記它的位址（kepu.web.sites）。',
    policy: '網頁設了內容安全政策',
    'policy.text': '在原有的政策裡允許這個位址。樣式不用另外允許，助手不寫行內樣式。',
    app: '放進手機 App',
    'app.text':
      'WebView 裡的本機網頁沒有網址，改用裝置權杖登記。下面的權杖剛在你的瀏覽器裡隨機產生，沒有傳給任何人；請像密碼一樣保管。',
    'app.settings': 'App 的登記',
    'app.page': 'App 裡的網頁',
    surface: '還能調什麼',
    'surface.text':
      '屬性隨時可改，也都是同名的 JavaScript 屬性；寫在一行程式碼裡時加上 data-。樣式用 ::part() 和自訂屬性來改。事件會冒泡，也能穿出影子樹。',
    'col.name': '名稱',
    'col.what': '作用',
    attributes: '屬性',
    methods: '方法',
    events: '事件',
    parts: '樣式部件',
    properties: 'CSS 自訂屬性',
  },
  en: {
    'embed.title': 'The Science Guide\non your own page',
    'embed.lead':
      'Choose its form, register your site, paste the code. It needs no framework and touches nothing else on your page.',
    choose: 'Choose a form',
    venue: 'Venue',
    form: 'Form',
    'form.bubble': 'Button in the corner',
    'form.inline': 'Part of the text',
    'form.page': 'Whole page',
    locale: 'Language',
    'locale.page': 'As the page',
    site: 'Site id',
    siteHint: 'The name it is registered by. Leave it empty for pages on this very service.',
    siteWrong: 'Lower-case letters, digits and hyphens only, at most 64.',
    origin: 'Site address',
    originHint: 'Paste the address of any page; only its beginning counts.',
    originWrong: 'Please write the whole address, such as https://www.example.org.',
    preview: 'Preview',
    previewNote: 'This is the guide itself. Go ahead and ask.',
    yourSite: 'Your site',
    code: 'Code for your page',
    copy: 'Copy the code',
    copied: 'Copied',
    steps: 'Three steps',
    register: 'Register the site',
    'register.text':
      'Whoever runs the Science Guide adds these lines to its settings (kepu.env, or the container’s environment) and restarts the service.',
    'register.own': 'Page and guide share one address: there is nothing to register.',
    'register.more':
      'A site with several addresses lists them in ORIGINS, parted by commas; the next site begins with KEPU_WEB_SITES_1_. THEME sets the colours, GREETING the first words.',
    paste: 'Paste the code',
    'paste.text': 'Put the code from above into your page as it is.',
    'paste.bubble': 'Anywhere will do: the button always stands at the bottom right.',
    'paste.inline':
      'The guide stands where the code stands, as wide as the text and 41rem high; a height on kepu-chat changes that.',
    'paste.page': 'The page needs nothing else: the guide fills the window.',
    check: 'Check it',
    'check.text': 'Open the page and ask a question. Once it answers, you are done.',
    'check.else':
      'If the site is not registered, or its address differs, the service refuses with 403 and whoever asks reads:',
    refused:
      'Pages of {0} are not registered and cannot ask here. Please have the site’s address registered by whoever runs the assistant (kepu.web.sites).',
    policy: 'Pages with a Content-Security-Policy',
    'policy.text':
      'Allow this address in the policy you have. Styles need no permission: the guide writes none inline.',
    app: 'In an app',
    'app.text':
      'Local pages in a WebView have no address, so the app is registered by a device token. The one below was just made at random in your browser and sent to nobody; keep it like a password.',
    'app.settings': 'The app’s registration',
    'app.page': 'The page in the app',
    surface: 'Everything you can set',
    'surface.text':
      'Attributes may change at any time, and each is a JavaScript property too; in the one-line form they begin with data-. Its look changes by ::part() and custom properties. Events bubble and cross shadow roots.',
    'col.name': 'Name',
    'col.what': 'What it does',
    attributes: 'Attributes',
    methods: 'Methods',
    events: 'Events',
    parts: 'CSS parts',
    properties: 'CSS custom properties',
  },
};
