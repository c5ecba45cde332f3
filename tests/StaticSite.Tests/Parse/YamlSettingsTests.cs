using StaticSite.Model;
using StaticSite.Parse;
using StaticSite.Tests.Support;

namespace StaticSite.Tests.Parse;

public sealed class YamlSettingsTests
{
    private static readonly Language Chinese = new("zh");
    private static readonly Language English = new("en");

    [Fact]
    public void Targets_have_what_is_written_and_defaults_for_the_rest()
    {
        var publish = Read("""
            base_url: https://example.org/
            languages: [zh]
            title: 标题
            publish:
              keep_releases: 10
              targets:
                production: {kind: s3, endpoint: "https://s3.example.org", bucket: my-site, prefix: /www/zh, encoding: br, create_only: cos, purge_command: ./purge.sh}
                apart: {kind: s3, bucket: my-site, state_prefix: notes/}
                server: {kind: directory, path: ../www, encodings: [br, gzip], server: cloudflare-pages, base_url: "https://test.example.org"}
            """).Publish;

        Assert.Equal((10, 30), (publish.KeepReleases, publish.KeepAssets));
        var production = Assert.IsType<S3TargetSettings>(publish.Targets[0]);
        Assert.Equal(("production", "my-site", "www/zh/", "www/zh/.staticsite/"), (production.Name.Value, production.Bucket.Value, production.Prefix, production.StatePrefix));
        Assert.Equal((StoredEncoding.Br, CreateOnlyWrite.Cos, "./purge.sh", false), (production.Encoding, production.CreateOnly, production.PurgeCommand, production.PathStyle));
        Assert.Equal("https://s3.example.org/", production.Endpoint!.AbsoluteUri);
        var apart = Assert.IsType<S3TargetSettings>(publish.Targets[1]);
        Assert.Equal(("", "notes/", CreateOnlyWrite.IfNoneMatch), (apart.Prefix, apart.StatePrefix, apart.CreateOnly));
        var server = Assert.IsType<DirectoryTargetSettings>(publish.Targets[2]);
        Assert.Equal(("../www", WebServer.CloudflarePages), (server.Path.Value, server.Server));
        Assert.Equal(["br", "gzip"], server.Encodings.ToArray());
        Assert.Equal("https://test.example.org/", server.BaseUrl!.AbsoluteUri);
    }

    [Fact]
    public void Every_key_has_its_value()
    {
        var read = Read("""
            base_url: https://example.org/
            time_zone: Asia/Shanghai
            launched: 2026-11-22
            languages:
              - {code: zh, tag: zh-CN, name: 中文}
              - {code: en, tag: en, name: English}
            title: {zh: 标题, en: Title}
            tagline: One for all
            publisher:
              name: {zh: 出版方, en: Publisher}
              address: {zh: 杭州, en: Hangzhou}
              phone: 400-622-0089
              telegram: +86-139-6700-7000
              email: a@example.org
              wechat_qr: wechat.png
              icp: 浙ICP备1号
            menu: [articles, about]
            categories:
              kidney: {zh: 肾病, en: Kidney disease, disclaimers: [general]}
              a-liver:
            tags: {safety: {zh: 安全性, en: Safety}}
            disclaimers: general
            citation_style: {zh: gb-t-7714-2025-numeric, en: ama-11}
            related: 0
            page_size: 10
            feed_size: 30
            """);

        Assert.Equal("https://example.org/", read.BaseUrl.AbsoluteUri);
        Assert.Equal("Asia/Shanghai", read.TimeZone.Id);
        Assert.Equal(new DateOnly(2026, 11, 22), read.Launched);
        Assert.Equal([new LanguageInfo(Chinese, "zh-CN", "中文"), new LanguageInfo(English, "en", "English")], read.Languages.ToArray());
        Assert.Equal(Chinese, read.DefaultLanguage);
        Assert.Equal(("标题", "Title"), (read.Title.Find(Chinese), read.Title.Find(English)));
        Assert.Equal(("One for all", "One for all"), (read.Tagline!.Find(Chinese), read.Tagline.Find(English)));
        Assert.Equal("Publisher", read.Publisher.Name.Find(English));
        Assert.Equal("杭州", read.Publisher.Address!.Find(Chinese));
        Assert.Equal(
            ("400-622-0089", "+86-139-6700-7000", "a@example.org", "wechat.png", "浙ICP备1号"),
            (read.Publisher.Phone, read.Publisher.Telegram, read.Publisher.Email, read.Publisher.WechatQr?.Value, read.Publisher.Icp));
        Assert.Equal(["articles", "about"], read.Menu.Select(entry => entry.Value));
        Assert.Equal(["kidney", "a-liver"], read.Categories.Select(term => term.Id));
        Assert.Equal("Kidney disease", read.Categories[0].Name.Find(English));
        Assert.Equal(["general"], read.Categories[0].Disclaimers.Select(one => one.Value));
        Assert.Equal("a-liver", read.Categories[1].Name.Find(English));
        Assert.Equal("安全性", read.Tags.Single().Name.Find(Chinese));
        Assert.Equal(["general"], read.Disclaimers.Select(one => one.Value));
        Assert.Equal("ama-11", read.CitationStyle!.Find(English));
        Assert.Equal((0, 10, 30), (read.Related, read.PageSize, read.FeedSize));
    }

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var read = Read("base_url: http://localhost:8080\nlanguages: [zh]\ntitle: 标题");

        Assert.Equal([new LanguageInfo(Chinese, "zh", "zh")], read.Languages.ToArray());
        Assert.Equal(TimeZoneInfo.Utc, read.TimeZone);
        Assert.Equal("标题", read.Publisher.Name.Find(Chinese));
        Assert.Equal((6, 20, 20), (read.Related, read.PageSize, read.FeedSize));
        Assert.Empty(read.Menu);
        Assert.Null(read.Launched);
    }

    [Fact]
    public void People_and_disclaimers_are_read_per_language()
    {
        SourceFile[] files =
        [
            new("input/data/people.yml", "hangji: {kind: organization, name: {zh: 杭吉, en: Hangji}}\nli: {name: 李, orcid: https://orcid.org/0000-0002-1825-0097, url: https://example.org}"),
            new("input/data/disclaimers.yml", "general:\n  zh: 本站**内容**。\n  en: >-\n    This site\n    gives no advice."),
            new("input/data/references.yml", "- {id: a, type: book}"),
            new("input/data/references.json", "[{\"id\": \"b\", \"type\": \"book\"}]"),
        ];
        var (data, diagnostics) = DataParser.Parse(files, TestSettings.ChineseAndEnglish);

        Assert.Empty(diagnostics);
        Assert.Equal((PersonKind.Organization, "Hangji"), (data.People["hangji"].Kind, data.People["hangji"].Name.Find(English)));
        Assert.Equal((PersonKind.Person, "0000-0002-1825-0097", "https://example.org/"), (data.People["li"].Kind, data.People["li"].Orcid, data.People["li"].Url));
        Assert.Equal("This site gives no advice.", data.Disclaimers.Single().Text.Single(text => text.Key == English).Value.Value);
        Assert.Equal(["a", "b"], data.References!.Works.Select(item => item.Value.Id));
    }

    [Fact]
    public void Words_of_the_theme_have_plural_forms_where_they_count()
    {
        var strings = StringsParser.Parse(new SourceFile("theme/strings/en.yml", "menu: Menu\ncount: {one: '{0} article', other: '{0} articles'}"), English).Value!;

        Assert.Equal("Menu", strings.Texts["menu"]["other"]);
        Assert.Equal("{0} article", strings.Texts["count"]["one"]);
    }

    [Fact]
    public void Ten_thousand_tags_are_read_and_the_one_used_twice_is_found()
    {
        var tags = string.Concat(Enumerable.Range(0, 10_000).Select(tag => $"  tag-{tag}: Tag\n"));
        var source = new SourceFile("site.yml", $"base_url: https://example.org\nlanguages: [zh]\ntitle: x\ntags:\n{tags}  tag-5000: Tag\n");

        Assert.Equal(["parse/yaml-duplicate-key"], SettingsParser.Parse(source).Diagnostics.Select(one => one.Code));
    }

    private static SiteSettings Read(string yaml)
    {
        var source = new SourceFile("site.yml", yaml);
        var (settings, diagnostics) = SettingsParser.Parse(source);
        Assert.Equal("", DiagnosticText.Print(diagnostics, source));
        return settings!;
    }
}
