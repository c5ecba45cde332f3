export default {
  layout: "article.njk",
  eleventyComputed: {
    language: (data) => data.page.fileSlug,
    id: (data) => data.page.filePathStem.split("/").at(-2),
    permalink: (data) => `/${data.page.fileSlug}/articles/${data.page.filePathStem.split("/").at(-2)}/index.html`,
  },
};
