using System.Globalization;
using System.Text;

namespace StaticSite.Benchmarks.Articles;

/// <summary>The body of an article in one language.</summary>
internal sealed class BodyMaker
{
    private const int IntroductionSentences = 2;
    private const double CitationChance = 0.55;
    private const double BoldChance = 0.45;
    private const double ExtraParagraphChance = 0.15;

    private readonly string _language;
    private readonly TextMaker _maker;
    private readonly Reference[] _references;
    private readonly List<Block> _blocks = [];
    private int _citations;

    private BodyMaker(string language, TextMaker maker, Reference[] references) => (_language, _maker, _references) = (language, maker, references);

    private bool IsChinese => _language == "zh";

    public static Block[] Create(string language, ArticlePlan plan, Reference[] references, TextMaker maker)
    {
        var body = new BodyMaker(language, maker, references);
        foreach (var (heading, parts) in plan.Sections)
        {
            body.Add($"## {Vocabulary.Words["section"][heading].In(language)}");
            body.AddParagraph(IntroductionSentences, link: null);
            foreach (var part in parts)
            {
                body.AddPart(part, plan.PartCount);
            }
        }

        return [.. body._blocks];
    }

    private void AddPart(PartPlan part, int partCount)
    {
        Add($"### {_maker.Make("heading")}");
        // An article has about 3,200 Han characters or 1,600 English words, whatever its outline is.
        var sentences = (IsChinese ? 70.0 : 40.0) / partCount * part.Weight;
        AddParagraph(Math.Max(2, (int)Math.Round(sentences)), part.Link);
        AddLines(part.TableRows, Row, part.TableRows > 0 ? TableHead() : "");
        AddLines(part.ListItems, _ => $"- {_maker.Make("item")}");
        AddLines(part.Steps, number => string.Create(CultureInfo.InvariantCulture, $"{number}. {_maker.Make("sentence")}"));
        AddLines(part.HasQuote ? 2 : 0, _ => $"> {_maker.Make("sentence")}");
        if (part.Figure > 0)
        {
            _blocks.Add(new(_maker.Make("caption"), part.Figure));
        }

        if (_maker.Chance(ExtraParagraphChance))
        {
            AddParagraph(2, link: null);
        }
    }

    private void AddParagraph(int sentences, ArticleFacts? link)
    {
        var text = new StringBuilder(_maker.Make("sentence", bold: _maker.Chance(BoldChance)));
        for (var i = 1; i < sentences; i++)
        {
            Continue(text).Append(_maker.Make("sentence"));
        }

        if (_citations < _references.Length || _maker.Chance(CitationChance))
        {
            var citation = $"[@{_references[_citations++ % _references.Length].Id}]";
            text.Insert(text.Length - 1, IsChinese ? citation : $" {citation}");
        }

        if (link is not null)
        {
            Continue(text).Append(_maker.Make("link", $"[{link.Title.In(_language)}](../{link.Id}/)"));
        }

        Add(text.ToString());
    }

    private StringBuilder Continue(StringBuilder text) => IsChinese ? text : text.Append(' ');

    private string TableHead()
    {
        var names = Vocabulary.Words["column"].Select(column => column.In(_language));
        return $"| {string.Join(" | ", names)} |\n| --- | --- | ---: | --- |\n";
    }

    private string Row(int number)
    {
        var (low, times) = (_maker.Number(1, 40), _maker.Number(1, 12));
        return string.Create(CultureInfo.InvariantCulture, $"| {_maker.Make("caption")} | {low}–{low + _maker.Number(5, 80)} | {times} | {_maker.Make("cell")} |");
    }

    private void AddLines(int count, Func<int, string> line, string head = "")
    {
        if (count > 0)
        {
            Add(head + string.Join('\n', Enumerable.Range(1, count).Select(line)));
        }
    }

    private void Add(string text) => _blocks.Add(new(text));
}
