namespace StaticSite.Benchmarks.Articles;

/// <param name="Terms">What its articles speak of.</param>
internal sealed record Topic(string Id, string Category, Bilingual Name, Bilingual[] Terms)
{
    private const int TermCount = 12;

    /// <param name="number">Gives each topic another choice of aspects.</param>
    public static Topic Parse(string line, int number, Bilingual[] aspects)
    {
        var fields = line.Split('|');
        Bilingual[] roots = [.. fields[4].Split(',').Select(WordFile.ToPair)];
        return new(fields[0], fields[1], new(fields[2], fields[3]), [.. Enumerable.Range(0, TermCount).Select(Term)]);

        Bilingual Term(int index)
        {
            var (root, aspect) = (roots[index % roots.Length], aspects[(7 * number + 5 * index) % aspects.Length]);
            return new(root.Zh + aspect.Zh, $"{root.En} {aspect.En}");
        }
    }
}
