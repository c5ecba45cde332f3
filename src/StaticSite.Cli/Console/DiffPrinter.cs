using System.Text;
using StaticSite.Check;
using StaticSite.Model;

namespace StaticSite.Cli.Console;

/// <summary>What changed in a source, word by word: in colours, or as <c>[-removed-]{+added+}</c> where there are none.</summary>
internal sealed class DiffPrinter(Ansi ansi)
{
    /// <summary>Of a long stretch that was kept, so many characters are shown at either end.</summary>
    private const int Context = 40;

    public string Of(IReadOnlyList<TranslationDiff> translations) => string.Join("\n", translations.Select(Of));

    private string Of(TranslationDiff translation)
    {
        var text = new StringBuilder();
        text.Append(ansi.Bold(Printable.Line(Title(translation.State)))).Append('\n');
        foreach (var section in translation.Sections)
        {
            var change = section.Section.Change;
            var head = $"{TranslationWords.NameOf(change.Section)} ({TranslationWords.Of(change.Kind)} since {TranslationWords.Day(section.Section.Since)})";
            text.Append('\n').Append(ansi.Bold(Printable.Line(head))).Append(ansi.Dim(Printable.Line($"  --section {change.Section.Id}"))).Append('\n');
            text.Append(Runs(section.Runs)).Append('\n');
        }

        foreach (var pair in translation.Numbers)
        {
            text.Append('\n').Append(ansi.Yellow(Printable.Line($"Numbers in one language only{(pair.Source is { } source ? $": {TranslationWords.NameOf(source)}" : "")}"))).Append('\n');
            Numbers(text, translation.State.Source, pair.Numbers.OnlyInFirst);
            Numbers(text, translation.State.Id.Language, pair.Numbers.OnlyInSecond);
        }

        return text.ToString();
    }

    private static string Title(TranslationState state) => state.Status switch
    {
        TranslationStatus.Outdated => $"{state.Path}: outdated since {TranslationWords.Day(state.Since!.Value)}",
        TranslationStatus.UpToDate => $"{state.Path}: up-to-date, accepted {TranslationWords.Day(state.Accepted!.Value)}",
        _ => $"{state.Path}: {TranslationWords.Of(state.Status)}",
    };

    private string Runs(IReadOnlyList<DiffRun> runs)
    {
        var text = new StringBuilder();
        for (var i = 0; i < runs.Count; i++)
        {
            // Trimmed as a source is written: a line end belongs to no word.
            var words = Printable.Lines(runs[i].Text);
            text.Append(runs[i].Kind switch
            {
                DiffKind.Kept => Shortened(words, isFirst: i == 0, isLast: i == runs.Count - 1),
                DiffKind.Removed => ansi.IsOn ? ansi.Red(words) : $"[-{words}-]",
                _ => ansi.IsOn ? ansi.Green(words) : $"{{+{words}+}}",
            });
        }

        return text.ToString().Trim('\n');
    }

    private static string Shortened(string words, bool isFirst, bool isLast)
    {
        var (head, tail) = (isFirst ? 0 : Context, isLast ? 0 : Context);
        if (words.Length <= head + tail + Context)
        {
            return words;
        }

        // No half of a surrogate pair.
        head -= head > 0 && char.IsHighSurrogate(words[head - 1]) ? 1 : 0;
        tail -= tail > 0 && char.IsLowSurrogate(words[^tail]) ? 1 : 0;
        return $"{words[..head]}…{words[^tail..]}";
    }

    private static void Numbers(StringBuilder text, Language language, IEnumerable<NumberUse> numbers)
    {
        var words = string.Join(", ", numbers.Select(number => number.Text).Distinct(StringComparer.Ordinal));
        text.Append(words.Length == 0 ? "" : $"  {language}: {Printable.Line(words)}\n");
    }
}
