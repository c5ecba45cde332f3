using System.Collections.Immutable;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using StaticSite.Citations;
using StaticSite.Citations.Csl;

namespace StaticSite.Benchmarks.Micro;

/// <summary>10,000 journal articles and books, a third of them Chinese, as 1,000 lists of ten: what a site's pages ask for. One operation is one entry.</summary>
[MemoryDiagnoser]
public class CitationBenchmarks
{
    private const int Entries = 10_000;
    private const int PerList = 10;

    private Item[][] _lists = [];
    private CitationProcessor _processor = null!;

    [Params("gb-t-7714-2025-numeric", "gb-t-7714-2015-numeric", "ama-11", "nlm-vancouver")]
    public string Style { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        var language = Style.StartsWith("gb", StringComparison.Ordinal) ? "zh-CN" : "en-US";
        _processor = new CitationProcessor(CslStyle.Parse(BuiltInStyles.Find(Style)!).Style!, language);
        _lists = [.. Enumerable.Range(0, Entries).Select(Work).Chunk(PerList)];
    }

    [Benchmark(OperationsPerInvoke = Entries)]
    public int Bibliography()
    {
        var length = 0;
        foreach (var items in _lists)
        {
            foreach (var entry in _processor.Format(items, [], EntryForms.WithoutNumber).Bibliography!.Entries)
            {
                length += entry.HtmlWithoutNumber.Length;
            }
        }

        return length;
    }

    private static Item Work(int number)
    {
        var isChinese = number % 3 == 0;
        var isBook = number % 5 == 0;
        var text = number.ToString(CultureInfo.InvariantCulture);
        var names = Enumerable.Range(0, 1 + number % 6).Select(i => isChinese ? new Name("王李张刘"[i % 4].ToString(), "文清") : new Name("Author" + i, "Given B."));
        return new Item("k" + text, isBook ? "book" : "article-journal")
        {
            Language = isChinese ? "zh-CN" : "en-US",
            Fields = Texts(
                ("title", isChinese ? $"间充质干细胞研究{text}" : $"Mesenchymal stem cells in kidney disease: part {text}"),
                (isBook ? "publisher" : "container-title", isChinese ? "示例出版" : "Annals of Examples"),
                (isBook ? "publisher-place" : "volume", isBook ? "Hangzhou" : (number % 90).ToString(CultureInfo.InvariantCulture)),
                (isBook ? "edition" : "page", isBook ? "2" : $"{number % 900}-{(number % 900) + 9}"),
                ("DOI", $"10.1000/{text}")),
            Names = ItemVariables.Empty<ImmutableArray<Name>>().SetItem("author", [.. names]),
            Dates = ItemVariables.Empty<ItemDate>().SetItem("issued", new ItemDate([[2000 + number % 26]])),
        };
    }

    private static VariableDictionary<string> Texts(params (string Key, string Value)[] texts) => ItemVariables.Of(texts.Select(text => KeyValuePair.Create(text.Key, text.Value)));
}
