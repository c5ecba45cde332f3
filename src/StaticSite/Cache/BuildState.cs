using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>What one build found, so that the next one can tell whether there is anything to do.</summary>
/// <param name="Circumstances">Of the options, of the names, sizes and dates of all sources, and of the program.</param>
/// <param name="From">The time for which the build was made …</param>
/// <param name="Until">… and the time from which it would be another one: the next article is published then.</param>
internal sealed record BuildFindings(Digest Circumstances, DateTimeOffset From, DateTimeOffset Until, int Pages, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>
/// What is kept of the last build into one output folder. Two files: one that every build reads, and one with the ingredients
/// of all outputs, which a build that has nothing to do never opens.
/// </summary>
internal sealed class BuildState
{
    private static readonly Digest s_format = DigestBuilder.Of("build state 2");

    private readonly CacheFolder _folder;
    private readonly string _output;
    private readonly Digest _ingredients;

    private BuildState(CacheFolder folder, string output, BuildFindings findings, Digest ingredients, IReadOnlyDictionary<string, WrittenFile> files, DateTime savedAt)
    {
        (_folder, _output, Findings, _ingredients) = (folder, output, findings, ingredients);
        Files = new(files, savedAt);
    }

    public BuildFindings Findings { get; }

    public WrittenFiles Files { get; }

    /// <summary>The bytes that <see cref="Load"/> would read; some 70 for each file of the output.</summary>
    /// <param name="output">Full path of the output folder.</param>
    public static long FindLength(CacheFolder folder, string output) =>
        folder.IsUsable && new FileInfo(folder.PathOf(NameFor("output", output))) is { Exists: true, Length: var length } ? length : 0;

    /// <summary>Null where no build is remembered.</summary>
    /// <param name="output">Full path of the output folder.</param>
    public static BuildState? Load(CacheFolder folder, string output)
    {
        var name = NameFor("output", output);
        if (folder.Read(name) is not { } bytes)
        {
            return null;
        }

        var record = new RecordReader(bytes, "");
        if (record.ReadDigest() != s_format)
        {
            return null;
        }

        var ingredients = record.ReadDigest();
        var findings = new BuildFindings(
            record.ReadDigest(),
            new DateTimeOffset(record.ReadLong(), TimeSpan.Zero),
            new DateTimeOffset(record.ReadLong(), TimeSpan.Zero),
            record.ReadInt(),
            record.ReadMany(ValueRecords.ReadDiagnostic));
        var count = record.ReadInt();
        var files = new Dictionary<string, WrittenFile>(count, StringComparer.Ordinal);
        for (var left = count; left > 0; left--)
        {
            files.Add(record.ReadText(), new(record.ReadDigest(), new(record.ReadLong(), record.ReadLong())));
        }

        return new(folder, output, findings, ingredients, files, File.GetLastWriteTimeUtc(folder.PathOf(name)));
    }

    public static void Save(CacheFolder folder, string output, BuildFindings findings, IReadOnlyDictionary<string, KnownOutput> outputs)
    {
        var ingredients = OutputIngredients.Save(folder, NameFor("ingredients", output), outputs);
        using var record = new RecordWriter("");
        record.Write(s_format);
        record.Write(ingredients);
        record.Write(findings.Circumstances);
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
    public OutputIngredients? LoadIngredients() => OutputIngredients.Load(_folder, NameFor("ingredients", _output), _ingredients);

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

    private static string NameFor(string what, string output) => $"{what}-{DigestBuilder.Of(output)}";
}
