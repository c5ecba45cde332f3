using System.Collections.Immutable;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Output;

/// <summary>Markup within the text of an item. Unlike the formatting of a style it flips where it is nested in its own kind.</summary>
internal enum Markup : byte { None, Italic, Bold, Superscript, Subscript, SmallCaps, NoCase, NoDecoration }

/// <summary>What a part of the output is, for the steps that follow rendering.</summary>
internal abstract record Tag;

internal sealed record NamesTag(string Variable, ImmutableArray<Name> Names, int Index) : Tag
{
    /// <summary>What stands here took the place of names that the item does not have.</summary>
    public bool IsSubstitute => Names.IsEmpty;
}

internal sealed record NameTag(Name Name) : Tag;

internal sealed record YearTag(string Year) : Tag;

internal sealed record YearSuffixTag(int Number) : Tag;

internal sealed record CitationNumberTag(int Number) : Tag;

internal sealed record LocatorTag : Tag
{
    public static readonly LocatorTag Instance = new();
}

internal sealed record TermTag : Tag
{
    public static readonly TermTag Instance = new();
}

internal sealed record CiteTag(int Index) : Tag;

/// <summary>A part of the output: rich text that is not yet joined, so that later steps can change, move and drop parts.</summary>
internal abstract class Node
{
    public abstract bool IsEmpty { get; }
}

internal sealed class TextNode(string text, bool continues = false) : Node
{
    public string Text { get; set; } = text;

    /// <summary>The text goes on from the one before it; no affix meets another here, so punctuation is left alone.</summary>
    public bool Continues { get; } = continues;

    public override bool IsEmpty => Text.Length == 0;
}

internal sealed class GroupNode : Node
{
    public NodeList Children { get; init; } = [];
    public Font Font { get; set; }
    public string Prefix { get; set; } = "";
    public string Suffix { get; set; } = "";
    public string Delimiter { get; set; } = "";
    public Display Display { get; set; }
    public bool IsQuoted { get; set; }

    /// <summary>Written with the inner marks; stays so where nothing is quoted around it.</summary>
    public bool IsInnerQuote { get; set; }
    public Markup Markup { get; set; }
    public Tag? Tag { get; set; }

    public override bool IsEmpty
    {
        get
        {
            for (var i = 0; i < Children.Count; i++)
            {
                if (!Children[i].IsEmpty)
                {
                    return false;
                }
            }

            return true;
        }
    }

    public static GroupNode Tagged(Tag tag, Node child) => new() { Tag = tag, Children = [child] };

    /// <summary>As it was made.</summary>
    public void Clear()
    {
        Children.Clear();
        (Font, Display, Markup, Tag) = (default, Display.Unset, Markup.None, null);
        (Prefix, Suffix, Delimiter) = ("", "", "");
        (IsQuoted, IsInnerQuote) = (false, false);
    }
}
