using StaticSite.Model;
using StaticSite.Parse;
using StaticSite.Tests.Support;

namespace StaticSite.Tests.Parse;

public sealed class DeliverySettingsTests
{
    [Theory]
    [InlineData("", 9, 6)]
    [InlineData("compression: false", null, null)]
    [InlineData("compression: {brotli: 11}", 11, 6)]
    [InlineData("compression: {brotli: false, gzip: 1}", null, 1)]
    public void Compression_has_a_level_for_each_kind_or_none(string written, int? brotli, int? gzip)
    {
        var read = Read(written);
        Assert.Equal((brotli, gzip), (read.Brotli, read.Gzip));
    }

    [Fact]
    public void Headers_keep_the_order_of_the_file_and_count_in_any_letter_case()
    {
        var rules = Read("""
            headers:
              - path: "/zh/*"
                set:
                  cache-control: "public, max-age=60"
                  Referrer-Policy:
              - {path: "*.pdf", set: {X-Robots-Tag: noindex}}
            """).Headers;
        Assert.Equal(["/zh/*", "*.pdf"], rules.Select(rule => rule.Path));
        Assert.Equal("public, max-age=60", rules[0].Set["Cache-Control"]);
        Assert.True(rules[0].Set.TryGetValue("referrer-policy", out var taken));
        Assert.Null(taken);
    }

    private static DeliverySettings Read(string publish)
    {
        var source = new SourceFile("site.yml", $"base_url: https://example.org\nlanguages: [zh]\ntitle: 标题\npublish:\n  {publish.ReplaceLineEndings("\n  ")}\n");
        var (settings, diagnostics) = SettingsParser.Parse(source);
        Assert.Equal("", DiagnosticText.Print(diagnostics, source));
        return settings!.Publish.Delivery;
    }
}
