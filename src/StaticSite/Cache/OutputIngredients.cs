using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>
/// What each output shows, and why it was last rendered. Names stand once: thousands of pages show the same files. An output's ingredients
/// are decoded when somebody asks for them, and copied as they stand where the next build did not.
/// </summary>
internal sealed class OutputIngredients
{
    /// <summary>Names for each output. Where there are more, most may be of files that are gone, and all is written anew.</summary>
    private const int MostNames = 4;

    /// <summary>In bytes: what a small edit may add.</summary>
    private const int Room = 1 << 16;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly ImmutableArray<string> _names;

    private OutputIngredients(ReadOnlyMemory<byte> bytes, ImmutableArray<string> names, Dictionary<string, Shown> outputs)
    {
        (_bytes, _names, Outputs) = (bytes, names, outputs);
        foreach (var output in outputs.Values)
        {
            output.Ingredients.Owner = this;
        }
    }

    internal readonly record struct Shown(Digest Key, Slice Ingredients);

    /// <summary>By path.</summary>
    public IReadOnlyDictionary<string, Shown> Outputs { get; }

    /// <summary>The digest by which the file is known.</summary>
    public static Digest Save(CacheFolder folder, string name, IReadOnlyDictionary<string, KnownOutput> outputs)
    {
        var last = outputs.Values.Select(output => (output.Ingredients as Slice)?.Owner).FirstOrDefault(owner => owner is not null);
        if (last?._names.Length > MostNames * outputs.Count)
        {
            last = null;
        }

        var names = last is null ? new(StringComparer.Ordinal) : new Dictionary<string, int>(last._names.Length, StringComparer.Ordinal);
        foreach (var known in last?._names ?? [])
        {
            names.Add(known, names.Count);
        }

        using var record = new RecordWriter("", last?._bytes.Length + Room ?? 0);
        record.Write(outputs.Count);
        foreach (var (path, output) in outputs)
        {
            record.Write(path);
            record.Write(output.Key);
            if (output.Ingredients is Slice slice && slice.Owner == last)
            {
                record.Write(slice.Length);
                record.WriteBytes(slice.Bytes);
            }
            else
            {
                using var ingredients = new RecordWriter("");
                var (shows, causes) = output.Ingredients.Load();
                Write(ingredients, shows, names);
                Write(ingredients, causes, names);
                record.Write(ingredients.Written.Length);
                record.WriteBytes(ingredients.Written);
            }
        }

        record.Write(names.Count);
        foreach (var one in names.Keys)
        {
            record.Write(one);
        }

        folder.Write(name, record.Written);
        return record.Digest;
    }

    /// <summary>Null where the file is missing, or another one than was meant.</summary>
    public static OutputIngredients? Load(CacheFolder folder, string name, Digest expected)
    {
        if (!folder.TryRead(name, expected, out var bytes))
        {
            return null;
        }

        var record = new RecordReader(bytes.Span, "");
        var count = record.ReadInt();
        var outputs = new Dictionary<string, Shown>(count, StringComparer.Ordinal);
        for (var left = count; left > 0; left--)
        {
            var (path, key, length) = (record.ReadText(), record.ReadDigest(), record.ReadInt());
            outputs.Add(path, new(key, new Slice(bytes.Length - record.Left, length)));
            record.Skip(length);
        }

        return new(bytes, record.ReadMany((ref RecordReader name) => name.ReadText()), outputs);
    }

    /// <summary>The outputs that show something of one of these files.</summary>
    /// <param name="but">What does not count.</param>
    public IEnumerable<string> FindShowing(IReadOnlySet<string> files, params IReadOnlyCollection<IngredientKind> but)
    {
        var isWanted = new bool[_names.Length];
        for (var i = 0; i < isWanted.Length; i++)
        {
            isWanted[i] = files.Contains(_names[i]);
        }

        return Outputs.Where(output => output.Value.Ingredients.ShowsAny(isWanted, but)).Select(output => output.Key);
    }

    private static void Write(RecordWriter record, ImmutableArray<Ingredient> ingredients, Dictionary<string, int> names)
    {
        record.Write(ingredients.Length);
        foreach (var one in ingredients)
        {
            if (!names.TryGetValue(one.Name, out var number))
            {
                names.Add(one.Name, number = names.Count);
            }

            record.WriteByte((byte)one.Kind);
            record.Write(number);
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

    /// <summary>The ingredients of one output where they lie.</summary>
    internal sealed class Slice(int start, int length) : Stored<OutputShows>
    {
        public OutputIngredients Owner { get; set; } = null!;

        public int Length => length;

        public ReadOnlySpan<byte> Bytes => Owner._bytes.Span.Slice(start, length);

        public override OutputShows Load()
        {
            var record = new RecordReader(Bytes, "");
            return new(Read(ref record, Owner._names), Read(ref record, Owner._names));
        }

        /// <param name="isWanted">By the number of a name.</param>
        public bool ShowsAny(bool[] isWanted, IReadOnlyCollection<IngredientKind> but)
        {
            var record = new RecordReader(Bytes, "");
            for (var left = record.ReadInt(); left > 0; left--)
            {
                var kind = (IngredientKind)record.ReadByte();
                if (isWanted[record.ReadInt()] && !but.Contains(kind))
                {
                    return true;
                }

                record.ReadDigest();
            }

            return false;
        }
    }
}
