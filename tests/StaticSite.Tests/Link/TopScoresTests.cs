using StaticSite.Link;

namespace StaticSite.Tests.Link;

public sealed class TopScoresTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(1000)]
    public void The_best_are_those_that_a_sort_puts_first(int most)
    {
        var random = new Random(most);
        var top = new TopScores(most);
        for (var round = 0; round < 20; round++)
        {
            var all = Enumerable.Range(0, 200).Select(id => (Score: (double)random.Next(50), Id: (ulong)id)).OrderBy(_ => random.Next()).ToList();
            top.Clear();
            all.ForEach(one => top.Add(one.Score, one.Id));
            top.Sort();

            var expected = all.OrderByDescending(one => one.Score).ThenBy(one => one.Id).Take(most).ToList();
            Assert.Equal(expected.Select(one => one.Id), top.Ids.ToArray());
            Assert.Equal(expected.Select(one => one.Score), top.Scores.ToArray());
        }
    }

    [Fact]
    public void Terms_are_counted_however_many_there_are()
    {
        var counts = new TermCounts();
        for (ulong term = 0; term < 5000; term++)
        {
            for (ulong times = 0; times <= term % 3; times++)
            {
                counts.Add(term << 40);
            }
        }

        Assert.All(Enumerable.Range(0, 5000), term => Assert.Equal(1 + (term % 3), counts.CountAt(counts.PlaceOf((ulong)term << 40))));
        Assert.Equal(0, counts.CountAt(counts.PlaceOf(1)));
    }
}
