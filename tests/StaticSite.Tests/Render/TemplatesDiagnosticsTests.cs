namespace StaticSite.Tests.Render;

/// <summary>What a web developer is told about a template, before a page is printed.</summary>
public sealed class TemplatesDiagnosticsTests
{
    [Theory]
    [InlineData("a\n  {{page.titel}}", "2:5 render/template-unknown-field: PageView has no field 'titel'. Did you mean 'title'?")]
    [InlineData("{{#each page.tags}}{{titel}}{{/each}}", "1:22 render/template-unknown-field: LinkView has no field 'titel'. Did you mean 'title'?")]
    [InlineData("{{#each page.tags}}{{../page.titel}}{{/each}}", "1:22 render/template-unknown-field: PageView has no field 'titel'. Did you mean 'title'?")]
    [InlineData("{{#if page.tags.length}}{{/if}}", "1:7 render/template-unknown-field: A list has no field 'length'.")]
    [InlineData("{{#with page.date}}{{txt}}{{/with}}", "1:22 render/template-unknown-field: DateView has no field 'txt'. Did you mean 'text'?")]
    [InlineData("{{#if page.a}}{{else if page.isdraft}}{{/if}}", "1:7 render/template-unknown-field: PageView has no field 'a'.", "1:25 render/template-unknown-field: PageView has no field 'isdraft'. Did you mean 'isDraft'?")]
    public void A_field_that_does_not_exist_is_found_where_it_stands(string template, params string[] expected) => Check(template, expected);

    [Theory]
    [InlineData("{{T \"a\"}}", "1:3 render/template-unknown-helper: No helper is named 'T'. Did you mean 't'?")]
    [InlineData("{{> nope}}", "1:5 render/template-unknown-partial: The theme has no partial 'nope'. Add theme/partials/nope.hbs.")]
    [InlineData("{{t \"nope\"}}", "1:5 render/unknown-string: No file in theme/strings has the text 'nope'. Add 'nope: …' to each file in theme/strings.")]
    [InlineData("{{asset \"css/sit.css\"}}", "1:9 render/unknown-asset: The theme has no asset 'css/sit.css'. Did you mean 'css/site.css'?")]
    public void A_helper_partial_text_or_asset_that_does_not_exist_is_found(string template, params string[] expected) => Check(template, expected);

    [Theory]
    [InlineData("a {{page.title", "1:3 render/template-tag-open: This tag has no end. Close it with '}}', and every quote inside it.")]
    [InlineData("a {{ }}", "1:3 render/template-empty-tag: This tag is empty. Name a field or a helper in it, or remove it.")]
    [InlineData("\n{{#if page}}", "2:1 render/template-block-open: The block 'if' is never closed. Add {{/if}}.")]
    [InlineData("{{#if page}}{{/each}}", "1:13 render/template-block-mismatch: 'each' is closed here, but the open block is 'if'. Did you mean {{/if}}?")]
    [InlineData("{{/if}}", "1:1 render/template-block-mismatch: 'if' is closed here, but no block is open. Remove this tag.")]
    public void Tags_that_do_not_fit_together_are_found(string template, params string[] expected) => Check(template, expected);

    [Theory]
    [InlineData("{{#page}}{{/page}}", "1:1 render/template-unsupported: 'page' is not part of this theme's templates. Blocks are if, unless, each and with; a partial takes no more than one path.")]
    [InlineData("{{page.tags}}", "1:3 render/template-not-a-text: 'page.tags' is not a text that could be printed. Name one of its fields, or use {{#each}} for a list.")]
    [InlineData("{{#each page.title}}{{/each}}", "1:9 render/template-not-a-list: 'page.title' is not a list. Use {{#with}} for a single thing.")]
    [InlineData("{{#with page.title}}{{/with}}", "1:9 render/template-not-a-view: 'page.title' has no fields of its own. Use {{#each}} for a list, {{#if}} for a text.")]
    public void A_value_that_is_used_for_what_it_is_not_is_found(string template, params string[] expected) => Check(template, expected);

    [Theory]
    [InlineData("{{{page.title}}}", "1:4 render/template-not-html: 'page.title' is plain text, and three braces would print it without escaping. Use two braces.")]
    [InlineData("{{& page.title}}", "1:5 render/template-not-html: 'page.title' is plain text, and three braces would print it without escaping. Use two braces.")]
    [InlineData("{{page.bodyHtml}}", "1:3 render/template-html-escaped: 'page.bodyHtml' is HTML, and two braces would print its tags as text. Use three braces.")]
    [InlineData("{{{asset \"css/site.css\"}}}", "1:1 render/template-not-html: 'asset css/site.css' is plain text, and three braces would print it without escaping. Use two braces.")]
    [InlineData("<a href={{site.homeUrl}}>", "1:9 render/template-unquoted: An attribute without quotes ends at the first blank of its value. Put the tag in quotes: href=\"{{url}}\".")]
    [InlineData("<meta content=\"0; url={{site.homeUrl}}\">")]
    public void A_text_that_would_be_printed_unescaped_is_found(string template, params string[] expected) => Check(template, expected);

    [Theory]
    [InlineData("{{! page.titel }}{{!-- {{page.titel}} --}}")]
    [InlineData("{{~#if page.title~}} {{~ page.title ~}} {{~/if~}}")]
    [InlineData("{{#each page.tags}}{{this.title}} {{@root.site.title}} {{#unless @first}}{{/unless}}{{/each}}")]
    public void What_is_right_is_not_reported(string template) => Check(template, []);

    [Fact]
    public void A_mistake_in_a_partial_is_told_once_however_often_the_partial_is_used() =>
        Assert.Equal(
            ["theme/partials/name.hbs:1:3 render/template-unknown-field: LinkView has no field 'nam'."],
            TemplatesTheme.Page("{{#each page.tags}}{{> name}}{{/each}}{{#each page.breadcrumb}}{{> name}}{{/each}}{{#each page.authors}}{{> name}}{{/each}}")
                .Partial("name", "{{nam}}").Diagnose());

    [Fact]
    public void A_template_that_the_site_needs_and_the_theme_lacks_is_an_error() =>
        Assert.Equal(
            ["theme/templates/list.hbs:1:1 render/template-missing: The theme has no template 'list'. Add theme/templates/list.hbs."],
            new TemplatesTheme().Without("list").Diagnose());

    private static void Check(string template, string[] expected) =>
        Assert.Equal(expected.Select(line => $"theme/templates/page.hbs:{line}"), TemplatesTheme.Page(template).Diagnose());
}
