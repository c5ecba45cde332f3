using System.Globalization;
using System.Net;
using System.Text;
using StaticSite.Model;
using StaticSite.Preview.Tests.Support;

namespace StaticSite.Preview.Tests.Following;

/// <summary>An editor, a web developer and a version control system at work on one folder for a long time.</summary>
[Collection(Alone.Name)]
public sealed class SoakTests : IDisposable
{
    private const int FirstBundles = 8;
    private const int MostBundles = 14;

    /// <summary>STATICSITE_PREVIEW_EDITS=2000 takes two thousand.</summary>
    private static readonly int s_edits =
        int.Parse(Environment.GetEnvironmentVariable("STATICSITE_PREVIEW_EDITS") ?? "200", CultureInfo.InvariantCulture);

    private readonly TemporarySite _site = new();
    private readonly HttpClient _client = new();
    private readonly Random _random = new(20261122);
    private int _number;

    [Fact]
    public async Task After_many_changes_every_page_is_that_of_a_fresh_build_and_memory_has_not_grown()
    {
        for (var i = 0; i < FirstBundles; i++)
        {
            AddBundle();
        }

        await using var preview = await PreviewHost.Start(_site.Root);
        var early = 0L;
        for (var i = 1; i <= s_edits; i++)
        {
            Change();
            if (i % 5 == 0)
            {
                await Look(preview);
            }

            if (i == s_edits / 4)
            {
                early = await MemoryOf(preview);
            }
        }

        Mend();
        await AssertIsFreshBuild(preview);
        // A thread keeps the buffers that it has rendered with until it has had nothing to do for 20 seconds.
        var late = await MemoryOf(preview);
        for (var tries = 0; tries < 15 && late >= early * 1.2; tries++)
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            late = await MemoryOf(preview);
        }

        Assert.False(preview.Following.IsCompleted, preview.Following.Exception?.ToString());
        Assert.True(late < early * 1.2, $"{early / 1024} KB after a quarter of the changes, {late / 1024} KB at the end.");
    }

    public void Dispose()
    {
        _client.Dispose();
        _site.Dispose();
    }

    private string Articles => Path.Join(_site.Root, "input", "articles");

    private string AnyBundle() => Directory.GetDirectories(Articles).Order(StringComparer.Ordinal).ElementAt(_random.Next(Directory.GetDirectories(Articles).Length));

    private string AnyText() => Directory.GetFiles(AnyBundle(), "*.md").Order(StringComparer.Ordinal).First();

    private void Change()
    {
        _number++;
        switch (_random.Next(12))
        {
            case 0 when Directory.GetDirectories(Articles).Length < MostBundles:
                AddBundle();
                break;
            case 1 when Directory.GetDirectories(Articles).Length > 4:
                Directory.Delete(AnyBundle(), recursive: true);
                break;
            case 2:
                Directory.Move(AnyBundle(), Path.Join(Articles, $"renamed-{_number}"));
                break;
            case 3:
                // As editors do that write beside the file and rename.
                var text = AnyText();
                File.WriteAllText(text + "~", Text());
                File.Move(text + "~", text, overwrite: true);
                break;
            case 4:
                File.WriteAllText(AnyText(), "---\ntitle: [\n---\n");
                break;
            case 5:
                _site.Write("theme/assets/css/site.css", $"body {{ margin: {_number}px; }}");
                break;
            case 6:
                File.WriteAllText(Path.Join(AnyBundle(), "en.md"), Text());
                break;
            case 7:
                File.WriteAllText(Path.Join(AnyBundle(), "figure.svg"), $"<svg xmlns=\"http://www.w3.org/2000/svg\"><text>{_number}</text></svg>");
                break;
            case 8:
                WriteSlowly(AnyText(), Text());
                break;
            case 9:
                _site.Write("input/site.yml", _site.Read("input/site.yml").Split("\ntitle:")[0] + $"\ntitle: T{_number}\npublisher: {{name: P}}\n");
                break;
            default:
                File.WriteAllText(AnyText(), Text());
                break;
        }

        if (_random.Next(3) == 0)
        {
            Thread.Sleep(_random.Next(40));
        }
    }

    private void AddBundle() => _site.Write($"input/articles/bundle-{_number++}/zh.md", Text());

    private string Text()
    {
        var others = Directory.Exists(Articles) ? Directory.GetDirectories(Articles) : [];
        var link = others.Length > 0 ? $"[](../{Path.GetFileName(others[_random.Next(others.Length)])}/)" : "";
        return $"---\ntitle: 题目 {_number}\ndate: 2026-01-{1 + (_number % 28):00}\n---\n\n第 {_number} 段，关于干细胞与肾病 {_random.Next(100)}。{(_random.Next(4) == 0 ? link : "")}\n\n## 一节\n\n更多。\n";
    }

    private static void WriteSlowly(string path, string text)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        var bytes = Encoding.UTF8.GetBytes(text);
        file.Write(bytes.AsSpan(0, bytes.Length / 2));
        file.Flush();
        Thread.Sleep(12);
        file.Write(bytes.AsSpan(bytes.Length / 2));
    }

    /// <summary>So that a build of the folder has no error.</summary>
    private void Mend()
    {
        foreach (var file in Directory.GetFiles(Articles, "*.md", SearchOption.AllDirectories))
        {
            File.WriteAllText(file, $"---\ntitle: 题目\ndate: 2026-01-01\n---\n\n{Path.GetFileName(Path.GetDirectoryName(file))}\n");
        }
    }

    /// <summary>As many bundles as at first, each with one short text, so that what is held can be compared.</summary>
    private void Shrink()
    {
        foreach (var bundle in Directory.GetDirectories(Articles).Order(StringComparer.Ordinal).Skip(FirstBundles))
        {
            Directory.Delete(bundle, recursive: true);
        }

        while (Directory.GetDirectories(Articles).Length < FirstBundles)
        {
            AddBundle();
        }

        foreach (var file in Directory.GetFiles(Articles, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "zh.md"))
        {
            File.Delete(file);
        }

        Mend();
    }

    private async Task Look(PreviewHost preview)
    {
        foreach (var address in new[] { "zh/", "en/", "zh/articles/", $"zh/articles/{Path.GetFileName(AnyBundle())}/", "_desk/bundles" })
        {
            using var answer = await _client.GetAsync(preview.At(address));
            Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.NotFound]);
        }
    }

    private async Task AssertIsFreshBuild(PreviewHost preview)
    {
        var options = PreviewHost.OptionsOf(_site.Root, published: false) with { Fresh = true };
        var built = SiteBuild.Run(options, null, CancellationToken.None);
        Assert.True(built.WasWritten, string.Join('\n', built.Diagnostics.Select(found => found.Message)));
        var expected = Directory.EnumerateFiles(options.Output, "*", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(options.Output, file).Replace('\\', '/'), Full: file))
            .Where(file => !file.Path.StartsWith(".staticsite", StringComparison.Ordinal))
            .ToList();
        var differences = new List<string>();
        await Eventually.Holds(() =>
        {
            var site = preview.Snapshot;
            differences = [.. expected.Where(file => !IsSame(site.Find(file.Path), file.Full)).Select(file => file.Path), .. site.Paths.Except(expected.Select(file => file.Path))];
            return Task.FromResult(site.IsSettled && differences.Count == 0);
        }, () => $"These differ: {string.Join(", ", differences)}");
    }

    private static bool IsSame(OutputFile? shown, string expected) =>
        shown is not null && (shown.Source is { } source ? File.ReadAllBytes(source.FullPath) : shown.Render().Value).AsSpan().SequenceEqual(File.ReadAllBytes(expected));

    /// <summary>What is held when all is at rest.</summary>
    private async Task<long> MemoryOf(PreviewHost preview)
    {
        Shrink();
        await AssertIsFreshBuild(preview);
        await Eventually.Holds(() => Task.FromResult(preview.Snapshot.IsSettled));
        await Task.Delay(600);
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}

/// <summary>Memory can be told only while no other test uses any.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
