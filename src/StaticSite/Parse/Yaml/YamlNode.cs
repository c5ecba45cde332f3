using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Parse.Yaml;

/// <summary>A piece of YAML with the place where it was written.</summary>
/// <param name="Where">What to underline: the whole of a scalar or of a list in brackets; of an indented block its first entry.</param>
internal abstract record YamlNode(SourceSpan Where)
{
    /// <summary>Nothing was written, or <c>~</c>, or <c>null</c>.</summary>
    public virtual bool IsNull => false;

    /// <summary>What an author calls it.</summary>
    public abstract string Kind { get; }
}

/// <summary>A text. YAML's guesses at numbers, dates and yes/no are not made: who asks for one parses the text.</summary>
internal sealed record YamlScalar(string Text, bool IsPlain, SourceSpan Where) : YamlNode(Where)
{
    public override bool IsNull => IsPlain && Text is ("" or "~" or "null" or "Null" or "NULL");

    public override string Kind => IsNull ? "nothing" : "a text";
}

internal sealed record YamlSequence(ImmutableArray<YamlNode> Items, SourceSpan Where) : YamlNode(Where)
{
    public override string Kind => "a list";
}

/// <summary>Keys in the order of the file, each once.</summary>
internal sealed record YamlMapping(ImmutableArray<YamlEntry> Entries, SourceSpan Where) : YamlNode(Where)
{
    public override string Kind => "a group of keys";

    public YamlNode? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key == key)
            {
                return entry.Value;
            }
        }

        return null;
    }
}

internal readonly record struct YamlEntry(string Key, SourceSpan KeyWhere, YamlNode Value);
