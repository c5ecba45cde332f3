using System.IO.Compression;
using StaticSite.Model;

namespace StaticSite.Publishing.Tests.Staging;

public sealed class SiteStagingTests
{
    private static readonly string s_long = string.Concat(Enumerable.Repeat("<p>干细胞 stem cells</p>", 200));

    [Fact]
    public void What_a_build_wrote_is_staged_in_the_order_of_writing()
    {
        using var output = new TestOutput();
        var site = output.List("sitemap.xml", "s").Page("zh/b/index.html", "b").Page("zh/a/index.html", "a").Asset("a.css", "c").Stage();
        Assert.Equal(
            [(FileKind.Asset, "a.css"), (FileKind.Page, "zh/a/index.html"), (FileKind.Page, "zh/b/index.html"), (FileKind.List, "sitemap.xml")],
            site.Files.Select(file => (file.Kind, file.Path)));
        Assert.All(site.Files, file => Assert.Equal((TestOutput.HashOf(File.ReadAllBytes(output.PlaceOf(file.Path))), 1L), (file.Hash, file.Length)));
        Assert.Equal("https://example.org/", site.Manifest.BaseUrl.AbsoluteUri);
    }

    [Fact]
    public void Texts_have_a_compressed_form_of_each_kind_where_it_saves()
    {
        using var output = new TestOutput();
        var site = output.Page("a.html", s_long).Page("short.html", "x").Asset("b.png", new byte[5000]).Asset("noise.txt", Noise(5000)).Stage();
        Assert.Equal([("br", ".br"), ("gzip", ".gz")], Variants("a.html").Select(variant => (variant.Encoding, variant.Extension)));
        Assert.All(Variants("a.html"), variant => Assert.Equal((TestOutput.HashOf(File.ReadAllBytes(variant.File)), new FileInfo(variant.File).Length), (variant.Hash, variant.Length)));
        using var unpacked = new StreamReader(new BrotliStream(File.OpenRead(Variants("a.html")[0].File), CompressionMode.Decompress));
        Assert.Equal(s_long, unpacked.ReadToEnd());
        Assert.All(["short.html", "b.png", "noise.txt"], path => Assert.Empty(Variants(path)));

        StagedVariant[] Variants(string path) => [.. site.Files.Single(file => file.Path == path).Variants];
    }

    [Fact]
    public void Levels_and_kinds_are_a_matter_of_the_settings()
    {
        using var output = new TestOutput();
        output.Page("a.html", s_long);
        Assert.Equal(["gzip"], output.Stage(new DeliverySettings(null, 9, [])).Files[0].Variants.Select(variant => variant.Encoding));
        Assert.Empty(output.Stage(new DeliverySettings(null, null, [])).Files[0].Variants);
    }

    [Fact]
    public void Nothing_is_compressed_twice_and_nothing_is_kept_that_no_file_needs()
    {
        using var output = new TestOutput();
        output.Page("a.html", s_long).Page("b.html", s_long + "b");
        var before = output.Stage().Files.SelectMany(file => file.Variants).ToDictionary(variant => variant.File, variant => File.GetLastWriteTimeUtc(variant.File).Ticks);
        Assert.Equal(4, before.Count);

        output.Page("b.html", s_long + "changed");
        var after = output.Stage().Files.SelectMany(file => file.Variants).Select(variant => variant.File).ToHashSet();
        Assert.Equal(2, after.Count(before.ContainsKey));
        Assert.All(after.Where(before.ContainsKey), file => Assert.Equal(before[file], File.GetLastWriteTimeUtc(file).Ticks));
        Assert.Equal(after.Order(), Directory.EnumerateFiles(Path.Join(output.Folder, "compressed"), "*", SearchOption.AllDirectories).Order());
    }

    [Fact]
    public void A_compressed_form_that_was_lost_is_made_again()
    {
        using var output = new TestOutput();
        var lost = output.Page("a.html", s_long).Age().Stage().Files[0].Variants[0].File;
        File.WriteAllText(lost, "torn");
        Assert.Equal(TestOutput.HashOf(File.ReadAllBytes(output.Stage().Files[0].Variants[0].File)), output.Stage().Files[0].Variants[0].Hash);
        Assert.NotEqual("torn", File.ReadAllText(lost));
    }

    [Fact]
    public void A_file_that_is_as_old_and_as_long_as_it_was_is_not_read_again()
    {
        using var output = new TestOutput();
        var first = output.Page("a.html", "first").Age().Stage();
        Overwrite(output.PlaceOf("a.html"), "other");
        var second = output.Stage();
        Assert.Equal(first.Files[0].Hash, second.Files[0].Hash);
    }

    [Fact]
    public void A_file_that_was_young_when_it_was_read_is_read_again()
    {
        using var output = new TestOutput();
        output.Page("a.html", "first").Stage();
        Overwrite(output.PlaceOf("a.html"), "other");
        Assert.Equal(["staging/changed-file"], output.TryStage().Diagnostics.Select(found => found.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"Version\": 1}")]
    [InlineData("{\"Version\":1,\"Files\":{\"a.html\":null},\"Uses\":[],\"UseOfContent\":{\"x\":7},\"Forms\":{}}")]
    [InlineData("{\"Version\":99}")]
    public void A_damaged_memory_is_no_memory(string text)
    {
        using var output = new TestOutput();
        var before = output.Page("a.html", s_long).Age().Stage();
        File.WriteAllText(Path.Join(output.Folder, "index.json"), text);
        Assert.Equal(before.Files[0].Hash, output.Stage().Files[0].Hash);
        Assert.Equal(2, output.Stage().Files[0].Variants.Length);
    }

    [Fact]
    public void The_output_stays_as_it_was()
    {
        using var output = new TestOutput();
        output.Page("a.html", s_long).WriteManifest();
        var before = Listing();
        output.Stage();
        Assert.Equal(before, Listing());

        string[] Listing() => [.. Directory.EnumerateFileSystemEntries(output.Output, "*", SearchOption.AllDirectories).Order()];
    }

    [Fact]
    public void Pages_that_lead_on_are_redirects()
    {
        using var output = new TestOutput();
        var site = output
            .List("旧/index.html", "<meta http-equiv=refresh content='0; url=/zh/%E6%96%B0/'>")
            .List("old.html", "<meta http-equiv=refresh content='0; url=/en/new/'>")
            .List("self/index.html", "<meta http-equiv=refresh content='0; url=/self/'>")
            .List("relative/index.html", "<meta http-equiv=refresh content='0; url=../en/'>")
            .Stage();
        Assert.Equal(
            [new StagedRedirect("/%E6%97%A7/", "/zh/%E6%96%B0/", IsPermanent: true), new StagedRedirect("/old.html", "/en/new/", IsPermanent: true)],
            site.Redirects.AsEnumerable());
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    /// <summary>Keeps the date.</summary>
    private static void Overwrite(string place, string text)
    {
        var date = File.GetLastWriteTimeUtc(place);
        File.WriteAllText(place, text);
        File.SetLastWriteTimeUtc(place, date);
    }
}
