using StaticSite.Render;
using StaticSite.Render.Views;

namespace StaticSite.Tests.Render;

public sealed class TemplatesTests
{
    [Fact]
    public void Text_is_escaped_and_Chinese_stays_as_it_is() =>
        Assert.Equal(
            "肾病 &lt;b&gt; &amp; &quot;图&quot; &#39;1&#39;",
            TemplatesTheme.Page("{{head.title}}").Render(TemplatesViews.Document("肾病 <b> & \"图\" '1'")));

    [Fact]
    public void Html_is_printed_as_it_is() =>
        Assert.Equal("<p>肾病</p>", TemplatesTheme.Page("{{{page.bodyHtml}}}").Render(TemplatesViews.Page(page => page with { BodyHtml = "<p>肾病</p>" })));

    [Fact]
    public void An_empty_list_and_a_missing_thing_are_false_and_their_fields_print_nothing() =>
        Assert.Equal(
            "no tags, no category: ",
            TemplatesTheme.Page("{{#if page.tags}}tags{{else}}no tags{{/if}}, {{#with page.category}}{{title}}{{else}}no category{{/with}}: {{page.category.title}}")
                .Render(TemplatesViews.Page(page => page)));

    [Fact]
    public void A_list_is_walked_in_order_and_knows_its_first_and_last() =>
        Assert.Equal(
            "0 A, 1 B.",
            TemplatesTheme.Page("{{#each page.tags}}{{@index}} {{title}}{{#if @last}}.{{else}}, {{/if}}{{/each}}")
                .Render(TemplatesViews.Page(page => page with { Tags = [new("A", "/a/"), new("B", "/b/")] })));

    [Fact]
    public void A_layout_surrounds_the_template_and_partials_may_call_themselves()
    {
        var theme = TemplatesTheme.Page("{{#> layout}}{{#each page.toc}}{{> entry}}{{/each}}{{/layout}}")
            .Partial("layout", "<main>{{> @partial-block}}</main>{{site.title}}")
            .Partial("entry", "<i>{{url}} {{@root.head.language}}{{#each items}}{{> entry}}{{/each}}</i>");
        Assert.Equal(
            "<main><i>#a en<i>#b en</i></i></main>Site",
            theme.Render(TemplatesViews.Page(page => page with { Toc = [new("#a", "A", [new("#b", "B", [])])] })));
    }

    [Theory]
    [InlineData(1, "1 article")]
    [InlineData(2, "2 articles")]
    public void A_text_takes_the_plural_form_of_its_number(int minutes, string expected) =>
        Assert.Equal(
            expected,
            TemplatesTheme.Page("{{t \"count\" page.readingMinutes}}")
                .Strings(TemplatesTheme.English, ("count", "one={0} article|other={0} articles"))
                .Render(TemplatesViews.Page(page => page with { ReadingMinutes = minutes })));

    [Fact]
    public void A_page_has_the_words_of_its_own_language_and_values_in_them_are_escaped()
    {
        var theme = TemplatesTheme.Page("{{t \"by\" page.title}}")
            .Strings(TemplatesTheme.Chinese, ("by", "作者：{0}"))
            .Strings(TemplatesTheme.English, ("by", "By {0}"));
        var view = TemplatesViews.Page(page => page with { Title = "<A>" });
        Assert.Equal("作者：&lt;A&gt;", theme.Render(view, TemplatesTheme.Chinese));
        Assert.Equal("By &lt;A&gt;", theme.Render(view, TemplatesTheme.English));
    }

    [Fact]
    public void An_asset_is_printed_under_its_hashed_address() =>
        Assert.Equal("/assets/css/site.0123456789.css", TemplatesTheme.Page("{{asset \"css/site.css\"}}").Render(TemplatesViews.Document()));

    [Fact]
    public void Conditions_can_compare_and_be_joined() =>
        Assert.Equal(
            "is Title; any",
            TemplatesTheme.Page("{{#if (eq page.title \"Title\")}}is Title{{/if}}; {{#if (or page.tags page.title)}}any{{/if}}").Render(TemplatesViews.Page(page => page)));

    [Fact]
    public void Pages_printed_at_the_same_time_do_not_mix()
    {
        var compiled = TemplatesTheme.Page("{{#each page.tags}}{{title}}{{/each}}").Compile().Value;
        var texts = new string[200];
        Parallel.For(0, texts.Length, i =>
        {
            var view = TemplatesViews.Page(page => page with { Tags = [.. Enumerable.Range(0, 20).Select(_ => new LinkView($"{i} ", "/"))] });
            texts[i] = System.Text.Encoding.UTF8.GetString(compiled.Render("page", view, TemplatesTheme.English.Language).Value);
        });
        Assert.All(texts, (text, i) => Assert.Equal(string.Concat(Enumerable.Repeat($"{i} ", 20)), text));
    }

    [Fact]
    public void A_partial_can_be_printed_alone()
    {
        var compiled = TemplatesTheme.Page("").Partial("refs", "<ol>{{#each page.references}}<li>{{{html}}}</li>{{/each}}</ol>").Compile();
        var view = TemplatesViews.Page(page => page with { References = [new(1, "ref-a", "<i>A</i>", [])] });
        Assert.Equal("<ol><li><i>A</i></li></ol>", compiled.Value.RenderPartial("refs", view, TemplatesTheme.English.Language).Value);
    }

    [Fact]
    public void A_partial_that_stands_indented_is_indented_line_by_line_and_escaped_as_ever() =>
        Assert.Equal(
            "<ul>\n  <li>\n  &lt;b&gt;\n  </li>\n</ul>",
            TemplatesTheme.Page("<ul>\n  {{> item page}}\n</ul>").Partial("item", "<li>\n{{title}}\n</li>\n")
                .Render(TemplatesViews.Page(page => page with { Title = "<b>" })));

    [Fact]
    public void What_a_partial_surrounds_sees_what_stands_around_it() =>
        Assert.Equal(
            "[Title: A][Title: B]",
            TemplatesTheme.Page("{{#each page.tags}}{{#> box @root.page}}{{title}}{{/box}}{{/each}}").Partial("box", "[{{title}}: {{> @partial-block}}]")
                .Render(TemplatesViews.Page(page => page with { Tags = [new("A", "/a/"), new("B", "/b/")] })));

    [Fact]
    public void Partials_that_surround_can_stand_in_each_other() =>
        Assert.Equal(
            "<a>1<b>2</b></a>",
            TemplatesTheme.Page("{{#> a}}1{{#> b}}2{{/b}}{{/a}}").Partial("a", "<a>{{> @partial-block}}</a>").Partial("b", "<b>{{> @partial-block}}</b>")
                .Render(TemplatesViews.Document()));

    [Fact]
    public void Outer_things_are_reached_from_both_branches_of_a_list() =>
        Assert.Equal(
            "Title A, none in Title",
            TemplatesTheme.Page("{{#with page}}{{#each tags}}{{../title}} {{title}}{{else}}no tags{{/each}}, {{#each authors}}{{name}}{{else}}none in {{title}}{{/each}}{{/with}}")
                .Render(TemplatesViews.Page(page => page with { Tags = [new("A", "/a/")] })));

    [Theory]
    [InlineData("{{> loop}}")]
    [InlineData("{{> loop}}{{> loop}}")]
    [InlineData("{{#> loop}}{{> @partial-block}}{{/loop}}")]
    public void A_partial_that_never_ends_is_an_error_and_no_crash(string loop)
    {
        var compiled = TemplatesTheme.Page("{{> loop}}").Partial("loop", loop).Compile();
        AssertFails(compiled.Value);
    }

    [Fact]
    public void A_template_that_surrounds_nothing_cannot_print_what_it_surrounds() =>
        AssertFails(TemplatesTheme.Page("{{> @partial-block}}").Compile().Value);

    [Fact]
    public void Templates_can_be_read_before_words_and_addresses_are_known()
    {
        var theme = TemplatesTheme.Page("{{t \"home\"}} {{site.title}}").Strings(TemplatesTheme.English, ("home", "Home"));
        var programs = Templates.Read(theme.Build());
        Assert.Equal("Home Site", theme.Render(TemplatesViews.Document(), programs: programs));
    }

    [Theory]
    [InlineData("{{#if}}{{/if}}")]
    [InlineData("{{#each page.tags}}{{/if}}")]
    [InlineData("{{> }}{{5x}}")]
    [InlineData("{{#> }}{{")]
    [InlineData("{{#page}}{{^}}{{/page}}{{{{raw}}}}")]
    [InlineData("{{t (or (eq 1 2)) x=\"y\"}}{{#*inline \"a\"}}{{/inline}}")]
    public void A_template_with_mistakes_can_be_read_before_it_is_checked(string template)
    {
        var theme = TemplatesTheme.Page(template);
        Templates.Read(theme.Build());
        Assert.NotEmpty(theme.Compile().Diagnostics);
    }

    private static void AssertFails(Templates templates)
    {
        var failed = Assert.Single(templates.Render("page", TemplatesViews.Document(), TemplatesTheme.English.Language).Diagnostics);
        Assert.Equal(("render/template-failed", "theme/templates/page.hbs"), (failed.Code, failed.Where.Path));
    }
}
