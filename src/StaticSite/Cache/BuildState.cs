using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>What one build found, so that the next one can tell whether there is anything to do.</summary>
/// <param name="Circumstances">Of the options, of the names, sizes and dates of all sources, and of the program.</param>
/// <param name="From">The time for which the build was made …</param>
/// <param name="Until">… and the time from which it would be another one: the next article is published then.</param>
internal sealed record BuildFindings(Digest Circumstances, DateTimeOffset From, DateTimeOffset Until, int Pages, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>What is kept of the last build into one output folder.</summary>
internal sealed record BuildState(BuildFindings Findings, ImmutableDictionary<string, KnownOutput> Outputs)
{
    private static readonly Digest s_format = DigestBuilder.Of("build state 1");

    /// <summary>Null where no build is remembered.</summary>
    /// <param name="output">Full path of the output folder.</param>
    public static (BuildState State, LastBuild Last)? Load(CacheFolder folder, string output)
    {
        var name = NameFor(output);
        if (folder.Read(name) is not { } bytes)
        {
            return null;
        }

        var record = new RecordReader(bytes, "");
        if (record.ReadDigest() != s_format)
        {
            return null;
        }

        var state = Read(ref record);
        return (state, new LastBuild(state.Outputs, File.GetLastWriteTimeUtc(folder.PathOf(name))));
    }

    public void Save(CacheFolder folder, string output)
    {
        var record = new RecordWriter("");
        record.Write(s_format);
        record.Write(Findings.Circumstances);
        record.Write(Findings.From.UtcTicks);
        record.Write(Findings.Until.UtcTicks);
        record.Write(Findings.Pages);
        record.Write(Findings.Diagnostics, ValueRecords.Write);
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var ingredient in Outputs.Values.SelectMany(file => file.Shows.Concat(file.Causes)))
        {
            names.TryAdd(ingredient.Name, names.Count);
        }

        record.Write(names.Count);
        foreach (var name in names.Keys)
        {
            record.Write(name);
        }

        record.Write(Outputs.Count);
        foreach (var (path, file) in Outputs)
        {
            record.Write(path);
            record.Write(file.Key);
            record.Write(file.Content);
            record.Write(file.Stamp.Length);
            record.Write(file.Stamp.Ticks);
            WriteIngredients(file.Shows);
            WriteIngredients(file.Causes);
        }

        folder.Write(NameFor(output), record.Written);

        void WriteIngredients(ImmutableArray<Ingredient> ingredients) => record.Write(ingredients, (to, one) =>
        {
            to.WriteByte((byte)one.Kind);
            to.Write(names[one.Name]);
            to.Write(one.Digest);
        });
    }

    private static BuildState Read(ref RecordReader record)
    {
        var findings = new BuildFindings(
            record.ReadDigest(),
            new DateTimeOffset(record.ReadLong(), TimeSpan.Zero),
            new DateTimeOffset(record.ReadLong(), TimeSpan.Zero),
            record.ReadInt(),
            record.ReadMany(ValueRecords.ReadDiagnostic));
        var names = record.ReadMany((ref RecordReader name) => name.ReadText());
        var outputs = ImmutableDictionary.CreateBuilder<string, KnownOutput>(StringComparer.Ordinal);
        for (var left = record.ReadInt(); left > 0; left--)
        {
            outputs.Add(record.ReadText(), new(
                record.ReadDigest(),
                record.ReadDigest(),
                new(record.ReadLong(), record.ReadLong()),
                ReadIngredients(ref record, names),
                ReadIngredients(ref record, names)));
        }

        return new(findings, outputs.ToImmutable());
    }

    private static ImmutableArray<Ingredient> ReadIngredients(ref RecordReader record, ImmutableArray<string> names)
    {
        var ingredients = ImmutableArray.CreateBuilder<Ingredient>(record.ReadInt());
        for (var i = ingredients.Capacity; i > 0; i--)
        {
            ingredients.Add(new((IngredientKind)record.ReadByte(), names[record.ReadInt()], record.ReadDigest()));
        }

        return ingredients.MoveToImmutable();
    }

    private static string NameFor(string output) => $"output-{DigestBuilder.Of(output)}";
}
