using Markdig.Syntax;
using MarkdigSpan = Markdig.Syntax.SourceSpan;

namespace StaticSite.Parse.Syntax.Attributes;

/// <summary>One entry of <c>{#id .class key=value}</c>; <c>id</c> and <c>class</c> are keys like others.</summary>
internal sealed record AttributeEntry(string Key, string Value, MarkdigSpan Span);

/// <summary><c>{#id .class key=value}</c>, as written.</summary>
internal sealed class AttributeList(List<AttributeEntry> entries)
{
    private static readonly object Key = typeof(AttributeList);

    public List<AttributeEntry> Entries { get; } = entries;

    public string? Id => Find("id")?.Value;

    public AttributeEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key == key)
            {
                return entry;
            }
        }

        return null;
    }

    public static AttributeList? Of(MarkdownObject node) => (AttributeList?)node.GetData(Key);

    public void AttachTo(MarkdownObject node)
    {
        if (Of(node) is { } earlier)
        {
            earlier.Entries.AddRange(Entries);
            return;
        }

        node.SetData(Key, this);
    }
}
