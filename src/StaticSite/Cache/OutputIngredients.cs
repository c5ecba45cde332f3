using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>What each output shows, and why it was last rendered. Names stand once: thousands of pages show the same files.</summary>
internal static class OutputIngredients
{
    internal readonly record struct Shown(Digest Key, ImmutableArray<Ingredient> Shows, ImmutableArray<Ingredient> Causes);

    /// <summary>The digest by which the file is known.</summary>
    public static Digest Save(CacheFolder folder, string name, IReadOnlyDictionary<string, KnownOutput> outputs)
    {
        using var record = new RecordWriter("");
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var ingredient in outputs.Values.SelectMany(file => file.Shows.Concat(file.Causes)))
        {
            names.TryAdd(ingredient.Name, names.Count);
        }

        record.Write(names.Count);
        foreach (var one in names.Keys)
        {
            record.Write(one);
        }

        record.Write(outputs.Count);
        foreach (var (path, file) in outputs)
        {
            record.Write(path);
            record.Write(file.Key);
            Write(record, file.Shows, names);
            Write(record, file.Causes, names);
        }

        folder.Write(name, record.Written);
        return DigestOf(record.Written);
    }

    /// <summary>Null where the file is missing, or another one than was meant.</summary>
    public static Dictionary<string, Shown>? Load(CacheFolder folder, string name, Digest expected)
    {
        if (folder.Read(name) is not { } bytes || DigestOf(bytes) != expected)
        {
            return null;
        }

        var record = new RecordReader(bytes, "");
        var names = record.ReadMany((ref RecordReader one) => one.ReadText());
        var count = record.ReadInt();
        var outputs = new Dictionary<string, Shown>(count, StringComparer.Ordinal);
        for (var left = count; left > 0; left--)
        {
            outputs.Add(record.ReadText(), new(record.ReadDigest(), Read(ref record, names), Read(ref record, names)));
        }

        return outputs;
    }

    private static void Write(RecordWriter record, ImmutableArray<Ingredient> ingredients, Dictionary<string, int> names)
    {
        record.Write(ingredients.Length);
        foreach (var one in ingredients)
        {
            record.WriteByte((byte)one.Kind);
            record.Write(names[one.Name]);
            record.Write(one.Digest);
        }
    }

    private static ImmutableArray<Ingredient> Read(ref RecordReader record, ImmutableArray<string> names)
    {
        var ingredients = ImmutableArray.CreateBuilder<Ingredient>(record.ReadInt());
        for (var i = ingredients.Capacity; i > 0; i--)
        {
            ingredients.Add(new((IngredientKind)record.ReadByte(), names[record.ReadInt()], record.ReadDigest()));
        }

        return ingredients.MoveToImmutable();
    }

    private static Digest DigestOf(ReadOnlySpan<byte> bytes) => new(System.IO.Hashing.XxHash3.HashToUInt64(bytes));
}
