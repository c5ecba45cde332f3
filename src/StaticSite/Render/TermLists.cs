using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>The names that templates and strings know the kinds of terms by.</summary>
internal static class TermLists
{
    public static string Kind(TermKind kind) => kind switch
    {
        TermKind.Category => "category",
        TermKind.Tag => "tag",
        _ => "person",
    };

    /// <summary>The string that titles the index of all terms of a kind.</summary>
    public static string Title(TermKind kind) => kind switch
    {
        TermKind.Category => "categories",
        TermKind.Tag => "tags",
        _ => "people",
    };
}
