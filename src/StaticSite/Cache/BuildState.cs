using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>What one build found, so that the next one can tell whether there is anything to do.</summary>
/// <param name="Circumstances">Of the options, of the names, sizes and dates of all sources, and of the program; null where they decide nothing.</param>
/// <param name="ButTexts">Of the same without sizes and dates.</param>
/// <param name="Sources">By which what was known of the files is known.</param>
/// <param name="From">The time for which the build was made …</param>
/// <param name="Until">… and the time from which it would be another one: the next article is published then.</param>
internal sealed record BuildFindings(Digest? Circumstances, Digest ButTexts, Digest Sources, DateTimeOffset From, DateTimeOffset Until, int Pages, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether the same articles are published.</summary>
    public bool IsOf(DateTimeOffset now) => now >= From && now < Until;
}

/// <summary>
/// What is kept of the last build into one output folder. One file is read by every build; the others, which a build that has nothing to do
/// never opens, are known by their digests, so that those of two builds are never taken for one.
/// </summary>
internal sealed class BuildState
{
    private static readonly Digest s_format = DigestBuilder.Of("build state 3");

    private readonly CacheFolder _folder;
    private readonly string _output;
    private readonly Parts _parts;
    private readonly Lazy<WrittenFiles> _files;

    private BuildState(CacheFolder folder, string output, BuildFindings findings, Parts parts, Lazy<WrittenFiles> files)
    {
        (_folder, _output, Findings, _parts, _files) = (folder, output, findings, parts, files);
    }

    /// <summary>The digests of the other files.</summary>
    private readonly record struct Parts(Digest Ingredients, Digest Site, Digest Similarities);

    public BuildFindings Findings { get; }

    /// <summary>Decoded when they are first asked for.</summary>
    public WrittenFiles Files => _files.Value;

    /// <summary>The bytes that <see cref="Load"/> would read; some 70 for each file of the output.</summary>
    /// <param name="output">Full path of the output folder.</param>
    public static long FindLength(CacheFolder folder, string output) =>
        folder.IsUsable && new FileInfo(folder.PathOf(NameFor("output", output))) is { Exists: true, Length: var length } ? length : 0;

    /// <summary>Null where no build is remembered.</summary>
    /// <param name="output">Full path of the output folder.</param>
    public static BuildState? Load(CacheFolder folder, string output)
    {
        var name = NameFor("output", output);
        if (!folder.TryRead(name, out var bytes))
        {
            return null;
        }

        var record = new RecordReader(bytes.Span, "");
        if (record.ReadDigest() != s_format)
        {
            return null;
        }

        var parts = new Parts(record.ReadDigest(), record.ReadDigest(), record.ReadDigest());
        var findings = new BuildFindings(
            record.ReadOptional((ref RecordReader circumstances) => circumstances.ReadDigest()),
            record.ReadDigest(),
            record.ReadDigest(),
            new DateTimeOffset(record.ReadLong(), TimeSpan.Zero),
            new DateTimeOffset(record.ReadLong(), TimeSpan.Zero),
            record.ReadInt(),
            record.ReadMany(ValueRecords.ReadDiagnostic));
        var (start, savedAt) = (bytes.Length - record.Left, File.GetLastWriteTimeUtc(folder.PathOf(name)));
        return new(folder, output, findings, parts, new(() => new(ReadFiles(bytes.Span[start..]), savedAt)));
    }

    public static void Save(
        CacheFolder folder, string output, BuildFindings findings, IReadOnlyDictionary<string, KnownOutput> outputs, SiteMemory site, ImmutableArray<SimilarityMemory?> similarities) =>
        Save(folder, output, findings, outputs, () => SaveSite(folder, output, site), similarities);

    /// <summary>After a build that knew all that stands here.</summary>
    /// <param name="site">Null where it is as it was.</param>
    public void SaveEdit(BuildFindings findings, IReadOnlyDictionary<string, KnownOutput> outputs, SiteMemory? site, ImmutableArray<SimilarityMemory?> similarities) =>
        Save(_folder, _output, findings, outputs, () => site is null ? _parts.Site : SaveSite(_folder, _output, site), similarities);

    private static void Save(
        CacheFolder folder, string output, BuildFindings findings, IReadOnlyDictionary<string, KnownOutput> outputs, Func<Digest> saveSite, ImmutableArray<SimilarityMemory?> similarities)
    {
        var parts = new Digest[3];
        Parallel.Invoke(
            () => parts[0] = OutputIngredients.Save(folder, NameFor("ingredients", output), outputs),
            () => parts[1] = saveSite(),
            () => parts[2] = SavePart(folder, NameFor("similar", output), record => record.Write(similarities, SimilarityRecord.Write)));

        using var record = new RecordWriter("");
        record.Write(s_format);
        foreach (var part in parts)
        {
            record.Write(part);
        }

        record.Write(findings.Circumstances, (to, circumstances) => to.Write(circumstances));
        record.Write(findings.ButTexts);
        record.Write(findings.Sources);
        record.Write(findings.From.UtcTicks);
        record.Write(findings.Until.UtcTicks);
        record.Write(findings.Pages);
        record.Write(findings.Diagnostics, ValueRecords.Write);
        record.Write(outputs.Count);
        foreach (var (path, file) in outputs)
        {
            record.Write(path);
            record.Write(file.Content);
            record.Write(file.Stamp.Length);
            record.Write(file.Stamp.Ticks);
        }

        folder.Write(NameFor("output", output), record.Written);
    }

    /// <summary>All that is known of each output; nothing where the two files are not of one build.</summary>
    public LastBuild LoadOutputs() => LoadIngredients() is { } ingredients ? OutputsOf(ingredients) : LastBuild.None;

    /// <summary>Null where the two files are not of one build.</summary>
    public OutputIngredients? LoadIngredients() => OutputIngredients.Load(_folder, NameFor("ingredients", _output), _parts.Ingredients);

    /// <summary>Null where the files are not of one build.</summary>
    public SiteMemory? LoadSite() => TryLoad("site", _parts.Site, SiteMemoryRecord.Read, out var site) ? site : null;

    /// <summary>Of each language, in the order of the site's languages; null where the files are not of one build.</summary>
    public ImmutableArray<SimilarityMemory?>? LoadSimilarities() =>
        TryLoad("similar", _parts.Similarities, (ref RecordReader record) => record.ReadMany(SimilarityRecord.Read), out var all) ? all : null;

    /// <param name="ingredients">What <see cref="LoadIngredients"/> gave.</param>
    public LastBuild OutputsOf(OutputIngredients ingredients)
    {
        var outputs = new Dictionary<string, KnownOutput>(Files.ByPath.Count, StringComparer.Ordinal);
        foreach (var (path, shown) in ingredients.Outputs)
        {
            if (Files.ByPath.TryGetValue(path, out var file))
            {
                outputs.Add(path, new(shown.Key, file.Content, file.Stamp, shown.Ingredients));
            }
        }

        return new(outputs, Files.SavedAt);
    }

    private static Dictionary<string, WrittenFile> ReadFiles(ReadOnlySpan<byte> bytes)
    {
        var record = new RecordReader(bytes, "");
        var count = record.ReadInt();
        var files = new Dictionary<string, WrittenFile>(count, StringComparer.Ordinal);
        for (var left = count; left > 0; left--)
        {
            files.Add(record.ReadText(), new(record.ReadDigest(), new(record.ReadLong(), record.ReadLong())));
        }

        return files;
    }

    /// <summary>False where the file is missing, or another one than was meant.</summary>
    private bool TryLoad<T>(string what, Digest expected, ReadValue<T> read, [MaybeNullWhen(false)] out T value)
    {
        if (!_folder.TryRead(NameFor(what, _output), expected, out var bytes))
        {
            value = default;
            return false;
        }

        var record = new RecordReader(bytes.Span, "");
        value = read(ref record);
        return true;
    }

    private static Digest SaveSite(CacheFolder folder, string output, SiteMemory site) => SavePart(folder, NameFor("site", output), record => SiteMemoryRecord.Write(record, site));

    /// <summary>The digest by which it is known.</summary>
    private static Digest SavePart(CacheFolder folder, string name, Action<RecordWriter> write)
    {
        using var record = new RecordWriter("");
        write(record);
        folder.Write(name, record.Written);
        return record.Digest;
    }

    private static string NameFor(string what, string output) => $"{what}-{DigestBuilder.Of(output)}";
}
