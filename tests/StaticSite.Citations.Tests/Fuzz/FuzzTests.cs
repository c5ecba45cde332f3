using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using StaticSite.Citations.Csl;
using StaticSite.Citations.Tests.Csl;

namespace StaticSite.Citations.Tests.Fuzz;

public sealed partial class FuzzTests
{
    private static readonly CslStyle Rich = TestStyle.Parse("""
        <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note" page-range-format="chicago">
          <macro name="author"><names variable="author"><name and="text" initialize-with=". " name-as-sort-order="first" et-al-min="3" et-al-use-first="1"/><label form="short" prefix=" (" suffix=")"/>
            <substitute><names variable="editor translator"/><text variable="title" quotes="true"/></substitute></names></macro>
          <citation collapse="year-suffix-ranged" disambiguate-add-names="true" disambiguate-add-givenname="true" disambiguate-add-year-suffix="true">
            <sort><key macro="author"/><key variable="issued" sort="descending"/></sort>
            <layout prefix="[" suffix="]" delimiter="; " vertical-align="sup"><group delimiter=", "><text macro="author"/><date variable="issued" form="text"/>
              <choose><if position="ibid"><text term="ibid"/></if><else-if disambiguate="true"><text variable="title" text-case="title"/></else-if></choose>
              <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group></group></layout>
          </citation>
          <bibliography subsequent-author-substitute="---" second-field-align="flush"><sort><key variable="author"/><key variable="title"/></sort>
            <layout suffix="."><text variable="citation-number" suffix=". "/><text macro="author"/><date variable="issued" prefix=" "><date-part name="day" form="ordinal"/><date-part name="year" font-weight="bold"/></date>
              <text variable="title" text-case="title" font-style="italic" prefix=" " quotes="true"/><text variable="title" text-case="sentence"/><text variable="container-title" form="short" text-case="capitalize-all" strip-periods="true"/>
              <number variable="volume" form="ordinal"/><number variable="edition" form="long-ordinal"/><number variable="issue" form="roman"/><text variable="page"/><text variable="note" display="block"/><text variable="DOI"/></layout>
          </bibliography>
        </style>
        """);

    [Fact]
    public void Whatever_the_items_the_output_is_balanced_and_escaped() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400),
        Prop.ForAll(Generators.Item.ListOf(8).Zip(Generators.Cluster.ListOf(4)).ToArbitrary(), document => IsSafe(Rich, document.Item1, document.Item2)));

    [Fact]
    public void Whatever_the_style_nothing_crashes_or_runs_on() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400),
        Prop.ForAll(
            Generators.Element(3).ListOf(3).Zip(Generators.Item.ListOf(3).Zip(Generators.Cluster.ListOf(2))).ToArbitrary(),
            sample =>
            {
                var xml = TestStyle.Xml(
                    string.Concat(sample.Item1),
                    $"<macro name=\"m\">{sample.Item1[0]}</macro><macro name=\"n\"><text macro=\"m\"/></macro>",
                    "disambiguate-add-names=\"true\" disambiguate-add-givenname=\"true\" disambiguate-add-year-suffix=\"true\" collapse=\"year\"");
                var parsed = CslStyle.Parse(xml);
                return parsed.Style is null ? parsed.Diagnostics.Any(diagnostic => diagnostic.IsError) : IsSafe(parsed.Style, sample.Item2.Item1, sample.Item2.Item2);
            }));

    [Fact]
    public void A_torn_style_is_reported_and_never_thrown()
    {
        var whole = TestStyle.Xml("<group delimiter=\", \"><names variable=\"author\"/><text variable=\"title\" quotes=\"true\"/></group>");
        for (var length = 0; length < whole.Length - 1; length++)
        {
            var result = CslStyle.Parse(whole[..length]);
            Assert.Null(result.Style);
            Assert.Contains(result.Diagnostics, diagnostic => diagnostic.IsError);
        }
    }

    private static bool IsSafe(CslStyle style, IEnumerable<Item> items, IEnumerable<CiteCluster> clusters)
    {
        var document = new CitationProcessor(style).Format([.. items], [.. clusters]);
        var pieces = document.Citations.SelectMany(citation => citation.Runs.Select(run => run.Html).Append(citation.Html))
            .Concat(document.Bibliography?.Entries.SelectMany(entry => new[] { entry.Html, entry.HtmlWithoutNumber }) ?? []);
        return pieces.All(IsBalanced);
    }

    /// <summary>Only the tags that the library writes, each closed by its own, and no bare special character between them.</summary>
    private static bool IsBalanced(string html)
    {
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(html))
        {
            if (!tag.Groups["close"].Success)
            {
                open.Push(tag.Groups["name"].Value);
            }
            else if (!open.TryPop(out var name) || name != tag.Groups["name"].Value)
            {
                return false;
            }
        }

        var text = Entity().Replace(Tag().Replace(html, ""), "");
        return open.Count == 0 && text.AsSpan().IndexOfAny("<>&\"'") < 0;
    }

    [GeneratedRegex("<(?<close>/)?(?<name>i|b|u|sup|sub|span|div)(?: class=\"csl-[a-z-]+\")?>")]
    private static partial Regex Tag();

    [GeneratedRegex("&(?:amp|lt|gt|quot|#39);")]
    private static partial Regex Entity();
}
