// Every word of the desk, in both languages. {0} is filled in.

const words = {
  desk: { zh: "工作台", en: "Desk" },
  title: { zh: "工作台 · 网站预览", en: "Desk · Preview" },
  site: { zh: "打开网站", en: "Open the site" },
  newArticle: { zh: "新文章", en: "New article" },
  otherLanguage: { zh: "English", en: "中文" },
  loading: { zh: "正在读取…", en: "Loading…" },
  offline: { zh: "与预览的连接断了，正在重连…", en: "The preview does not answer. Trying again…" },
  search: { zh: "查找标题、编号、标签、作者", en: "Search titles, ids, tags, authors" },
  filters: { zh: "只看", en: "Show only" },
  allKinds: { zh: "文章和页面", en: "Articles and pages" },
  article: { zh: "文章", en: "Articles" },
  page: { zh: "页面", en: "Pages" },
  allCategories: { zh: "全部分类", en: "All categories" },
  noCategory: { zh: "没有分类", en: "No category" },
  clear: { zh: "全部显示", en: "Show all" },
  count: { zh: "{0}篇，共{1}篇", en: "{0} of {1}" },
  nothing: { zh: "没有符合条件的文章。", en: "Nothing matches." },
  empty: { zh: "还没有文章。", en: "There is no article yet." },
  sortBy: { zh: "排序", en: "Sort by" },
  keys: { zh: "/ 查找 · ↑↓ 移动 · Enter 双语对照 · 空格 详情", en: "/ search · ↑↓ move · Enter side by side · Space details" },

  bundle: { zh: "编号", en: "Bundle" },
  problems: { zh: "问题", en: "Problems" },
  length: { zh: "篇幅", en: "Length" },
  date: { zh: "日期", en: "Date" },
  updated: { zh: "更新", en: "Updated" },
  review: { zh: "下次审阅", en: "Review due" },

  drafts: { zh: "草稿", en: "Drafts" },
  future: { zh: "待发布", en: "Scheduled" },
  missing: { zh: "缺译文", en: "Translation missing" },
  outdated: { zh: "译文过期", en: "Outdated" },
  unconfirmed: { zh: "译文未确认", en: "Unconfirmed" },
  errors: { zh: "错误", en: "Errors" },
  warnings: { zh: "警告", en: "Warnings" },
  reviewDue: { zh: "该审阅", en: "Review due" },

  "state.published": { zh: "已发布", en: "Published" },
  "state.draft": { zh: "草稿", en: "Draft" },
  "state.future": { zh: "{0}发布", en: "From {0}" },
  "state.missing": { zh: "缺", en: "Missing" },
  "state.notWanted": { zh: "不需要", en: "Not wanted" },
  "state.failed": { zh: "文件有错", en: "Cannot be read" },
  "translation.upToDate": { zh: "译文最新", en: "Up to date" },
  "translation.unconfirmed": { zh: "未确认", en: "Unconfirmed" },
  "translation.outdated": { zh: "{0}起过期：{1}", en: "Outdated since {0}: {1}" },
  source: { zh: "原文", en: "Source" },
  "change.changed": { zh: "改动", en: "changed" },
  "change.renamed": { zh: "标题改动", en: "renamed" },
  "change.added": { zh: "新增", en: "added" },
  "change.removed": { zh: "删除", en: "removed" },
  "section._title": { zh: "（标题）", en: "(title)" },
  "section._start": { zh: "（开头）", en: "(start)" },
  list: { zh: "、", en: ", " },

  han: { zh: "{0}字", en: "{0} characters" },
  words: { zh: "{0}词", en: "{0} words" },
  minutes: { zh: "{0}分钟", en: "{0} min" },
  overdue: { zh: "已过期", en: "overdue" },
  reviewedBy: { zh: "审阅", en: "Reviewed by" },
  reviewed: { zh: "上次审阅", en: "Last review" },
  authors: { zh: "作者", en: "Authors" },
  category: { zh: "分类", en: "Category" },
  tags: { zh: "标签", en: "Tags" },
  noReview: { zh: "没有审阅过", en: "never reviewed" },

  details: { zh: "详情", en: "Details" },
  close: { zh: "关闭", en: "Close" },
  sideBySide: { zh: "双语对照", en: "Side by side" },
  edit: { zh: "编辑", en: "Edit" },
  write: { zh: "新建这个文件", en: "Write it" },
  view: { zh: "看网页", en: "View page" },
  noFindings: { zh: "没有错误，也没有警告。", en: "No errors, no warnings." },
  siteFindings: { zh: "网站设置、主题和数据中的问题", en: "Problems in settings, theme and data" },
  moreFindings: { zh: "另有{0}个", en: "{0} more" },
  error: { zh: "错误", en: "Error" },
  warning: { zh: "警告", en: "Warning" },
  info: { zh: "提示", en: "Note" },
  hint: { zh: "提示：", en: "Hint: " },
  errorCount: { zh: "{0}个错误", en: "Errors: {0}" },
  warningCount: { zh: "{0}个警告", en: "Warnings: {0}" },

  titleIn: { zh: "标题（{0}）", en: "Title ({0})" },
  titleHelp: { zh: "填一种或几种语言；填了哪种，就建哪种文件。", en: "In one language or several; a file is made for each." },
  id: { zh: "编号", en: "Id" },
  idHelp: { zh: "文件夹的名字，也是网址的最后一段。", en: "The folder's name, and the last part of the address." },
  create: { zh: "新建并打开", en: "Create and open" },
  cancel: { zh: "取消", en: "Cancel" },
  created: { zh: "已新建{0}。编辑器没有打开的话，请点：", en: "{0} was made. Where no editor has opened:" },
  failed: { zh: "没有成功。", en: "That did not work." },
  unreachable: { zh: "预览没有回应。", en: "The preview did not answer." },

  pairTitle: { zh: "双语对照：{0}", en: "Side by side: {0}" },
  backToDesk: { zh: "回工作台", en: "Back to the desk" },
  previous: { zh: "上一篇", en: "Previous" },
  next: { zh: "下一篇", en: "Next" },
  leftSide: { zh: "左边", en: "Left" },
  rightSide: { zh: "右边", en: "Right" },
  bothSides: { zh: "两边", en: "Both" },
  show: { zh: "显示", en: "Show" },
  together: { zh: "一起滚动", en: "Scroll together" },
  findings: { zh: "对照结果", en: "Findings" },
  changedSections: { zh: "原文改动过的小节", en: "Sections of the source that have changed" },
  nothingChanged: { zh: "原文没有改动。", en: "The source has not changed." },
  neverAccepted: { zh: "没有人确认过译文译自哪一版原文，所以不知道有没有过期。", en: "Nobody has said which text the translation was made from, so nothing tells whether it is outdated." },
  acceptHint: { zh: "译文与原文一致后，请运行：", en: "Once both say the same, run:" },
  oneSided: { zh: "只在一边有的数字和单位", en: "Numbers and units on one side only" },
  noNumbers: { zh: "两边的数字一致。", en: "Both sides have the same numbers." },
  onlyIn: { zh: "只在{0}：", en: "Only in {0}: " },
  notLocated: { zh: "（页面上没有找到）", en: "(not found on the page)" },
  wholeText: { zh: "全文", en: "Whole text" },
  since: { zh: "{0}起", en: "since {0}" },
  missingSide: { zh: "还没有{0}。", en: "There is no {0} yet." },
  notWantedSide: { zh: "这篇不需要{0}（translate: false）。", en: "No {0} is wanted (translate: false)." },
  failedSide: { zh: "{0}文件有错，读不出来。", en: "The {0} file has an error and cannot be read." },
  openFile: { zh: "打开{0}", en: "Open {0}" },
  unknownBundle: { zh: "没有叫这个名字的文章或页面。", en: "No bundle has this name." },
  oneLanguage: { zh: "这个网站只有一种语言。", en: "This site has one language." },
};

const key = "desk-language";

function remembered() {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // Storage is switched off.
  }
}

export const language = remembered() ?? (navigator.language.startsWith("zh") ? "zh" : "en");

export function switchLanguage() {
  try {
    localStorage.setItem(key, language === "zh" ? "en" : "zh");
  } catch {
    return;
  }
  location.reload();
}

export function say(name, ...values) {
  return words[name][language].replace(/\{(\d)\}/g, (_, index) => values[index]);
}

/** Fills in every element that names a word: as its text, or as one of its attributes. */
export function translate(root) {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  for (const element of root.querySelectorAll("[data-say]")) {
    element.textContent = say(element.dataset.say);
  }
  for (const element of root.querySelectorAll("[data-say-label]")) {
    element.setAttribute("aria-label", say(element.dataset.sayLabel));
  }
  for (const element of root.querySelectorAll("[data-say-placeholder]")) {
    element.placeholder = say(element.dataset.sayPlaceholder);
  }
}
