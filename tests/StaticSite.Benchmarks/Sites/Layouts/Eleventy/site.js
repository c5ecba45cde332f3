// What pages know of each other: lists, terms, neighbours, related reading through an index of tags.
const languages = ["zh", "en"];
const pageSize = 20;
const listTitles = { zh: "文章", en: "Articles" };

export class Site {
  // Collections are asked for one after another; the articles are the same each time.
  read(pages) {
    if (!this.articles) {
      this.articles = {};
      this.places = {};
      this.byTag = {};
      for (const language of languages) {
        const list = pages.filter((page) => page.fileSlug === language).sort((a, b) => b.date - a.date || (a.inputPath < b.inputPath ? -1 : 1));
        this.articles[language] = list;
        this.places[language] = new Map(list.map((page, place) => [idOf(page), place]));
        this.byTag[language] = this.index(list);
      }
    }
    return pages;
  }

  index(list) {
    const tags = new Map();
    for (const page of list) {
      for (const tag of page.data.tags) {
        if (!tags.has(tag)) tags.set(tag, []);
        tags.get(tag).push(page);
      }
    }
    return tags;
  }

  newest(language, count) {
    return this.articles[language].slice(0, count);
  }

  neighbour(id, language, step) {
    return this.articles[language][this.places[language].get(id) + step];
  }

  // Rare tags weigh more; those that more than a tenth of the articles have are left out, as in the tuned Hugo.
  related(id, language) {
    const all = this.articles[language];
    const scores = new Map();
    for (const tag of all[this.places[language].get(id)].data.tags) {
      const same = this.byTag[language].get(tag);
      if (same.length > all.length / 10) continue;
      for (const page of same) {
        if (idOf(page) !== id) scores.set(page, (scores.get(page) ?? 0) + Math.log(all.length / same.length));
      }
    }
    return [...scores].sort((a, b) => b[1] - a[1] || b[0].date - a[0].date).slice(0, 6).map(([page]) => page);
  }

  // Per language: the articles of each category, tag and person.
  groups(language) {
    const kinds = { categories: new Map(), tags: new Map(), people: new Map() };
    for (const page of this.articles[language]) {
      for (const [kind, ids] of [["categories", page.data.categories], ["tags", page.data.tags], ["people", page.data.people]]) {
        for (const id of ids) {
          if (!kinds[kind].has(id)) kinds[kind].set(id, []);
          kinds[kind].get(id).push(page);
        }
      }
    }
    return kinds;
  }

  lists() {
    const pages = [];
    for (const language of languages) {
      pages.push(...paginate(language, `/${language}/articles/`, { title: listTitles[language] }, this.articles[language]));
      for (const [kind, groups] of Object.entries(this.groups(language))) {
        for (const [id, articles] of groups) {
          pages.push(...paginate(language, `/${language}/${kind}/${id}/`, { kind, id }, articles));
        }
      }
    }
    return pages;
  }

  terms() {
    return languages.flatMap((language) =>
      Object.entries(this.groups(language)).map(([kind, groups]) => ({
        language,
        kind,
        url: `/${language}/${kind}/`,
        terms: [...groups].map(([id, articles]) => ({ id, count: articles.length })).sort((a, b) => (a.id < b.id ? -1 : 1)),
      })));
  }
}

function paginate(language, url, named, articles) {
  const count = Math.max(1, Math.ceil(articles.length / pageSize));
  const urlOf = (number) => (number === 1 ? url : `${url}page/${number}/`);
  return Array.from({ length: count }, (_, index) => ({
    ...named,
    language,
    number: index + 1,
    count,
    url: urlOf(index + 1),
    newer: index > 0 ? urlOf(index) : null,
    older: index + 1 < count ? urlOf(index + 2) : null,
    articles: articles.slice(index * pageSize, (index + 1) * pageSize),
  }));
}

// The name of an article's folder; ids that are computed are not known yet when collections are made.
function idOf(page) {
  return page.filePathStem.split("/").at(-2);
}
