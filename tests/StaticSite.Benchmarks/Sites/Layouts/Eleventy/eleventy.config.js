import { Site } from "./site.js";
import { setUp } from "./markdown.js";

export default function (config) {
  const site = new Site();
  config.amendLibrary("md", setUp);
  config.addPassthroughCopy("content/articles/*/figure*.svg");
  config.addPassthroughCopy("content/css");

  config.addCollection("articles", (api) => site.read(api.getFilteredByGlob("content/articles/*/*.md")));
  config.addCollection("lists", (api) => site.read(api.getFilteredByGlob("content/articles/*/*.md")) && site.lists());
  config.addCollection("terms", (api) => site.read(api.getFilteredByGlob("content/articles/*/*.md")) && site.terms());

  config.addFilter("related", (id, language) => site.related(id, language));
  config.addFilter("previous", (id, language) => site.neighbour(id, language, 1));
  config.addFilter("next", (id, language) => site.neighbour(id, language, -1));
  config.addFilter("newest", (language, count) => site.newest(language, count));
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("toc", (html) => [...html.matchAll(/<h([23]) id="([^"]+)">(.*?)<\/h/g)].map(([, level, id, title]) => ({ level, id, title })));

  return {
    dir: { input: "content", output: "_site" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
