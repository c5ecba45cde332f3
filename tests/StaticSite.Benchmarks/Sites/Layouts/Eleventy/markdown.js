// Ids for headings, figures for pictures, links for citations.
export function setUp(markdown) {
  markdown.core.ruler.push("heading_ids", (state) => {
    let number = 0;
    for (const token of state.tokens) {
      if (token.type === "heading_open") token.attrSet("id", `h${++number}`);
    }
  });
  markdown.renderer.rules.image = (tokens, place, options, env) => {
    const text = markdown.utils.escapeHtml(tokens[place].content);
    const file = tokens[place].attrGet("src");
    return `<figure><img src="/articles/${env.id}/${file}" alt="${text}" width="320" height="200" loading="lazy"><figcaption>${text}</figcaption></figure>`;
  };
  markdown.inline.ruler.before("link", "citation", (state, silent) => {
    const found = /^\[@(\w+)\]/.exec(state.src.slice(state.pos, state.pos + 80));
    if (!found) return false;
    if (!silent) state.push("citation", "", 0).content = found[1];
    state.pos += found[0].length;
    return true;
  });
  markdown.renderer.rules.citation = (tokens, place) => `<sup><a href="#ref-${tokens[place].content}">[${tokens[place].content}]</a></sup>`;
}
