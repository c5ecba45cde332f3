using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using StaticSite.Citations.Csl;

namespace StaticSite.Citations.Tests.Fuzz;

/// <summary>Items with every field of every type, odd names, odd dates; styles put together at random.</summary>
internal static class Generators
{
    private static readonly string[] Odd =
    [
        "", " ", "<", ">", "&", "\"", "'", "’", "“", "”", "‘", "«", " »", "<i>", "</i>", "<b>x</b>", "<span class=\"nocase\">", "</span>", "<sup>2</sup>", "<script>",
        "&amp;", "-", "–", ".", "..", ",", "; ", ":", "?", "!", "1", "2-5", "12, 14", "e7", "\u0000", "\n", "\uD83D", "\uDE00", "😀", "汉字", "ひ", "한", "ا", "İ", "ß", "a", "Word",
        "van der", "d'", "O'Neil", "J.-P.", "Ph.", "<a href=\"javascript:x\">", "\uE000", "99999999999999999999", "note: x", "{:DOI: y}", "\\-",
    ];

    private static readonly string[] Fields =
    [
        "title", "title-short", "container-title", "container-title-short", "volume", "issue", "page", "edition", "number", "DOI", "URL", "note", "genre", "publisher",
        "publisher-place", "citation-label", "number-of-volumes", "version", "language", "abstract", "collection-number",
    ];

    private static readonly string[] Roles = ["author", "editor", "translator", "container-author", "recipient"];

    private static readonly string[] DateNames = ["issued", "accessed", "original-date", "event-date"];

    private static readonly string[] Types = ["book", "article-journal", "chapter", "webpage", "", "no type", "<b>"];

    private static readonly string[] Languages = ["", "en", "zh_CN", "中文", "x", "en-US-x-sort", "-", "😀", "../..", "tr"];

    public static Gen<string> Text => Gen.Elements(Odd).ListOf(4).Select(pieces => string.Concat(pieces));

    private static Gen<string?> Optional => Gen.Frequency((1, Gen.Constant<string?>(null)), (3, Text.Select(text => (string?)text)));

    private static Gen<Name> Person =>
        from family in Optional
        from given in Optional
        from literal in Optional
        from suffix in Optional
        from dropping in Optional
        from particle in Optional
        from isStatic in Gen.Elements(true, false)
        select new Name(family, given, literal) { Suffix = suffix, DroppingParticle = dropping, NonDroppingParticle = particle, IsStaticOrdering = isStatic };

    private static Gen<ItemDate> Date =>
        from ends in Gen.Elements(int.MinValue, -44, 0, 1, 12, 13, 24, 31, 99, 2004, int.MaxValue).ListOf(3).ListOf(2)
        from length in Gen.Choose(0, 3)
        from count in Gen.Choose(0, 2)
        from literal in Optional
        from season in Gen.Elements(0, 1, 4, 9, -1)
        select new ItemDate([.. ends.Take(count).Select(end => end.Take(length).ToImmutableArray())], literal) { Season = season == 0 ? null : season };

    public static Gen<Item> Item =>
        from id in Gen.Choose(1, 8)
        from type in Gen.Elements(Types)
        from language in Gen.Elements(Languages)
        from fields in Gen.Elements(Fields).Zip(Text).ListOf(10)
        from names in Gen.Elements(Roles).Zip(Person.ListOf(3)).ListOf(3)
        from dates in Gen.Elements(DateNames).Zip(Date).ListOf(2)
        select new Item("i" + id, type)
        {
            Language = language.Length == 0 ? null : language,
            Fields = ToMap(fields),
            Names = ToMap(names.Select(pair => (pair.Item1, pair.Item2.ToImmutableArray()))),
            Dates = ToMap(dates),
        };

    public static Gen<CiteCluster> Cluster => Cite.ListOf(3).Zip(Gen.Choose(0, 4)).Select(pair => new CiteCluster([.. pair.Item1], pair.Item2));

    private static Gen<Cite> Cite =>
        from id in Gen.Choose(1, 9)
        from locator in Optional
        from label in Gen.Elements("page", "chapter", "<x>", "", "issue")
        from prefix in Text
        from suffix in Text
        from mode in Gen.Elements(Enum.GetValues<CiteMode>())
        select new Cite("i" + id) { Locator = locator, LocatorLabel = label, Prefix = prefix, Suffix = suffix, Mode = mode };

    /// <summary>Elements within elements, with attributes and values that are right, wrong and strange.</summary>
    public static Gen<string> Element(int depth)
    {
        var attributes = Attribute.ListOf(4).Select(list => string.Join(' ', list.DistinctBy(attribute => attribute.Split('=')[0])));
        if (depth == 0)
        {
            return from name in Gen.Elements("text", "number", "date", "label", "names", "nonsense")
                   from written in attributes
                   select $"<{name} {written}/>";
        }

        return from name in Gen.Elements("group", "group", "choose", "if", "else", "names", "name", "substitute", "date", "date-part", "layout", "text", "et-al", "label")
               from written in attributes
               from children in Element(depth - 1).ListOf(3)
               select $"<{name} {written}>{string.Concat(children)}</{name}>";
    }

    private static Gen<string> Attribute => Gen.Elements(
        "variable=\"title\"", "variable=\"author editor\"", "variable=\"issued\"", "variable=\"locator\"", "variable=\"citation-number\"", "variable=\"\"", "macro=\"m\"", "macro=\"n\"",
        "term=\"et-al\"", "term=\"nothing\"", "value=\"&lt;b&gt; ‘x\"", "prefix=\" (&lt;\"", "suffix=\".\"", "delimiter=\"&amp;, \"", "form=\"short\"", "form=\"roman\"",
        "form=\"text\"", "form=\"count\"", "form=\"ordinal\"", "name=\"year\"", "name=\"month\"", "name=\"family\"", "et-al-min=\"1\"", "et-al-use-first=\"0\"", "et-al-min=\"-3\"",
        "et-al-use-first=\"99999999999\"", "et-al-use-last=\"true\"", "initialize-with=\".\"", "name-as-sort-order=\"first\"", "quotes=\"true\"", "text-case=\"title\"",
        "text-case=\"sentence\"", "strip-periods=\"true\"", "display=\"block\"", "font-style=\"italic\"", "vertical-align=\"sup\"", "position=\"ibid first\"", "type=\"book\"",
        "match=\"none\"", "disambiguate=\"true\"", "is-numeric=\"volume\"", "locale=\"zh\"", "and=\"symbol\"", "plural=\"always\"", "date-parts=\"year\"");

    private static VariableDictionary<T> ToMap<T>(IEnumerable<(string Key, T Value)> pairs) =>
        ItemVariables.Of(pairs.DistinctBy(pair => pair.Key).Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));
}
