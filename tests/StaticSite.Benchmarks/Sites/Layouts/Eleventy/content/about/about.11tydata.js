export default {
  layout: "page.njk",
  eleventyComputed: {
    language: (data) => data.page.fileSlug,
    permalink: (data) => `/${data.page.fileSlug}/about/index.html`,
  },
};
