using System.Collections.Concurrent;
using System.Collections.Immutable;
using StaticSite.Citations.Csl.Evaluation;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Clusters;

/// <summary>
/// Citations of styles that cite by nothing but the number: [3] looks the same in every document, whatever work it leads to, and
/// is rendered once.
/// </summary>
internal sealed class NumberCitations
{
    private const int MostKept = 4096;
    private const int MostCites = 16;

    private readonly ConcurrentDictionary<string, FormattedCitation> _known = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Whether a bare cite shows nothing of its work in this style, nor of its place among the others.</summary>
    public static bool Serve(CslStyle style) =>
        style.Citation is { Layouts: [var layout], SortKeys: var keys }
        && keys.All(key => key.Variable == "citation-number")
        && ShowsNumbers(layout.Children);

    /// <summary>The numbers of the cites; null where one of them shows more.</summary>
    public static string? Key(CiteCluster cluster, IReadOnlyDictionary<string, Work> works)
    {
        if (cluster.Cites.Length is 0 or > MostCites)
        {
            return null;
        }

        Span<char> key = stackalloc char[cluster.Cites.Length];
        for (var i = 0; i < key.Length; i++)
        {
            var cite = cluster.Cites[i];
            if (!IsBare(cite) || !works.TryGetValue(cite.Id, out var work) || work.Number > char.MaxValue)
            {
                return null;
            }

            key[i] = (char)work.Number;
        }

        return key.ToString();
    }

    public FormattedCitation? Find(string key) => _known.GetValueOrDefault(key);

    public void Keep(string key, FormattedCitation citation)
    {
        if (Interlocked.Increment(ref _count) <= MostKept)
        {
            _known.TryAdd(key, citation);
        }
    }

    private static bool IsBare(Cite cite) =>
        cite is { Mode: CiteMode.Normal, Prefix.Length: 0, Suffix.Length: 0, Position: null } && string.IsNullOrWhiteSpace(cite.Locator);

    private static bool ShowsNumbers(ImmutableArray<Element> elements) => elements.All(ShowsNumbers);

    /// <summary>Text case asks for the language of the work.</summary>
    private static bool ShowsNumbers(Element element) => element.Format.TextCase == TextCase.Unset && element switch
    {
        VariableText text => IsNumber(text.Variable),
        NumberElement number => IsNumber(number.Variable),
        LabelElement label => IsNumber(label.Variable),
        TermText or ValueText => true,
        GroupElement group => ShowsNumbers(group.Children),
        MacroText macro => ShowsNumbers(macro.Macro.Children),
        ChooseElement choose => choose.Branches.All(branch => branch.Tests.All(AsksForNumber) && ShowsNumbers(branch.Children)),
        _ => false,
    };

    private static bool AsksForNumber(Test test) =>
        test.Kind is TestKind.Locator or TestKind.Never || (test.Kind is TestKind.Variable or TestKind.IsNumeric && IsNumber(test.Value));

    private static bool IsNumber(string variable) => variable is "citation-number" or "locator";
}
