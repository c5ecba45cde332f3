using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StaticSite.Model;
using StaticSite.Publishing.Staging;

namespace StaticSite.Publishing.Tests.Staging;

/// <summary>An output folder as a build leaves it, and a folder for staging beside it.</summary>
internal sealed class TestOutput : IDisposable
{
    private readonly SortedDictionary<string, string> _assets = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _pages = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _lists = new(StringComparer.Ordinal);

    public WebServer? Server { get; init; }

    public TestOutput() => Directory.CreateDirectory(Output);

    public string Root { get; } = Directory.CreateTempSubdirectory("staticsite-staging-").FullName;

    public string Output => Path.Join(Root, "output");

    public string Folder => Path.Join(Root, ".staticsite", "publish");

    public string BaseUrl { get; init; } = "https://example.org/";

    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public void Dispose() => Directory.Delete(Root, recursive: true);

    public string PlaceOf(string path) => Path.Join(Output, path);

    public TestOutput Asset(string path, string text) => Add(_assets, path, Encoding.UTF8.GetBytes(text));

    public TestOutput Asset(string path, byte[] bytes) => Add(_assets, path, bytes);

    /// <summary>Under a name that has digits of its hash.</summary>
    public string HashedAsset(string name, string extension, string text)
    {
        var path = $"assets/{name}.{HashOf(Encoding.UTF8.GetBytes(text))[..10]}{extension}";
        Asset(path, text);
        return path;
    }

    public TestOutput Page(string path, string text) => Add(_pages, path, Encoding.UTF8.GetBytes(text));

    public TestOutput List(string path, string text) => Add(_lists, path, Encoding.UTF8.GetBytes(text));

    /// <summary>Changes what the file lists, not the file.</summary>
    public TestOutput Claim(string path, string hash)
    {
        _pages[path] = hash;
        return this;
    }

    public TestOutput WriteManifest(bool isComplete = true)
    {
        var manifest = new Dictionary<string, object>
        {
            ["generator"] = "StaticSite 0.1.0",
            ["base_url"] = BaseUrl,
            ["drafts"] = false,
            ["future"] = false,
            ["input"] = new string('0', 64),
            ["complete"] = isComplete,
            ["assets"] = _assets,
            ["pages"] = _pages,
            ["lists"] = _lists,
        };
        File.WriteAllText(PlaceOf(OutputManifest.FileName), JsonSerializer.Serialize(manifest));
        return this;
    }

    /// <summary>As if the build was an hour ago, so that dates tell changes.</summary>
    public TestOutput Age()
    {
        foreach (var file in Directory.EnumerateFiles(Output, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-1));
        }

        return this;
    }

    public Outcome<StagedSite?> TryStage(DeliverySettings? delivery = null)
    {
        WriteManifest();
        return SiteStaging.Stage(Request(delivery), CancellationToken.None);
    }

    public StagingRequest Request(DeliverySettings? delivery = null) => new(Root, Output, Folder, delivery ?? DeliverySettings.Default) { Server = Server };

    /// <summary>Nothing may be found wrong.</summary>
    public StagedSite Stage(DeliverySettings? delivery = null)
    {
        var outcome = TryStage(delivery);
        Assert.Empty(outcome.Diagnostics);
        return outcome.Value!;
    }

    public static DeliverySettings With(params ImmutableArray<HeaderRule> rules) => DeliverySettings.Default with { Headers = rules };

    public static HeaderRule Rule(string path, params (string Name, string? Value)[] headers) =>
        new(path, headers.ToImmutableSortedDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase));

    private TestOutput Add(SortedDictionary<string, string> files, string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PlaceOf(path))!);
        File.WriteAllBytes(PlaceOf(path), bytes);
        files[path] = HashOf(bytes)[..16];
        return this;
    }
}
