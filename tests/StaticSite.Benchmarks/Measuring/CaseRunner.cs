namespace StaticSite.Benchmarks.Measuring;

/// <summary>Runs cases over the sites of one size.</summary>
/// <param name="deletes">False where deleting many files makes the next ones slow to create, as on ext4: then old outputs are put aside.</param>
internal sealed class CaseRunner(int articles, int runs, bool deletes, Action<string> log)
{
    private int _aside;
    private int _edits;

    /// <summary>The tools take turns, so that whatever else the machine does hits all of them.</summary>
    public IEnumerable<CaseResult> FromNothing(IReadOnlyList<Tool> tools)
    {
        var costs = tools.ToDictionary(tool => tool, _ => new List<Measurement>());
        for (var run = 1; run <= runs; run++)
        {
            foreach (var tool in tools)
            {
                Clear(tool);
                costs[tool].Add(Log(BuildCase.Nothing, tool, tool.Run()));
            }
        }

        return tools.Select(tool => new CaseResult(
            articles, BuildCase.Nothing, tool.Name, Measurement.Median(costs[tool]), OutputSnapshot.Of(tool.OutputPath).Since(OutputSnapshot.Empty)));
    }

    /// <summary>Upon the output that the last build has left.</summary>
    public CaseResult AfterEdit(BuildCase edited, Tool tool)
    {
        var costs = new List<Measurement>();
        var before = OutputSnapshot.Of(tool.OutputPath);
        var change = new OutputChange(0, 0, 0, 0);
        for (var run = 1; run <= runs; run++)
        {
            edited.Edit!(tool.Site, ++_edits);
            costs.Add(Log(edited, tool, tool.Run()));
            var after = OutputSnapshot.Of(tool.OutputPath);
            (change, before) = (after.Since(before), after);
        }

        return new(articles, edited, tool.Name, Measurement.Median(costs), change);
    }

    private Measurement Log(BuildCase measured, Tool tool, Measurement cost)
    {
        log(FormattableString.Invariant($"{articles} articles, {measured.Title}, {tool.Name}: {cost.Wall:0.00} s, CPU {cost.Cpu:0.00} s, {cost.Peak / 1e6:0} MB"));
        return cost;
    }

    private void Clear(Tool tool)
    {
        foreach (var folder in tool.Kept.Append(tool.Output).Select(name => Path.Join(tool.Site, name)).Where(Path.Exists))
        {
            if (deletes)
            {
                Delete(folder);
            }
            else
            {
                Directory.Move(folder, $"{tool.Site}-aside-{++_aside}");
            }
        }
    }

    private static void Delete(string path)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
        else
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
