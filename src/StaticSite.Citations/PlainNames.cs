using System.Collections.Immutable;
using System.Text;

namespace StaticSite.Citations;

/// <summary>Names in the plain form. All results are plain text.</summary>
internal static class PlainNames
{
    private const int MostInChinese = 3;
    private const int MostInEnglish = 6;
    private const int KeptOfMany = 3;

    /// <summary>The short name for running text, in the words of the document's language; empty where the item names nobody.</summary>
    public static string InText(Item item, string language)
    {
        var names = Creators(item);
        var chinese = Script.Primary(language) == "zh";
        return names.Length switch
        {
            0 => "",
            1 => Short(names[0]),
            2 => Short(names[0]) + (chinese ? "和" : " and ") + Short(names[1]),
            _ => Short(names[0]) + (chinese ? "等" : " et al."),
        };
    }

    /// <summary>The names at the head of an entry: <c>Choi CB, Lee TY</c>, <c>朱清毅，顾晓箭，殷立平，等</c>.</summary>
    public static string ForEntry(Item item, bool chinese)
    {
        var names = Creators(item);
        var most = chinese ? MostInChinese : MostInEnglish;
        var shown = names.Length > most ? names.Take(KeptOfMany) : names;
        var delimiter = chinese ? "，" : ", ";
        var others = names.Length <= most ? "" : chinese ? "，等" : ", et al";
        return string.Join(delimiter, shown.Select(Full)) + others;
    }

    private static ImmutableArray<Name> Creators(Item item)
    {
        foreach (var role in (ReadOnlySpan<string>)["author", "editor", "translator"])
        {
            if (item.Names.TryGetValue(role, out var names) && !names.IsDefaultOrEmpty)
            {
                return names;
            }
        }

        return [];
    }

    private static string Short(Name name) =>
        name.Literal ?? (IsHan(name) ? name.Family + name.Given : WithParticle(name));

    private static string Full(Name name)
    {
        if (name.Literal is { } literal)
        {
            return literal;
        }

        if (IsHan(name))
        {
            return name.Family + name.Given;
        }

        var parts = new[] { WithParticle(name), Initials(name.Given ?? ""), name.DroppingParticle, name.Suffix };
        return string.Join(' ', parts.Where(part => !string.IsNullOrWhiteSpace(part)));
    }

    private static bool IsHan(Name name) => Script.HasHan(name.Family ?? name.Given ?? "");

    private static string WithParticle(Name name) =>
        name.NonDroppingParticle is { Length: > 0 } particle ? $"{particle} {name.Family}" : name.Family ?? name.Given ?? "";

    /// <summary><c>Chan Bum</c>, <c>C. B.</c> and <c>CB</c> are all <c>CB</c>.</summary>
    private static string Initials(string given)
    {
        var initials = new StringBuilder();
        foreach (var word in given.Split([' ', '-', '.', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Any(char.IsLower))
            {
                initials.Append(Rune.ToUpperInvariant(Rune.GetRuneAt(word, 0)));
            }
            else
            {
                initials.Append(word);
            }
        }

        return initials.ToString();
    }
}
