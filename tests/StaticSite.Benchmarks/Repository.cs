using StaticSite.Benchmarks.Measuring;

namespace StaticSite.Benchmarks;

/// <summary>The checkout that this program was built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Theme => Path.Join(Root, "theme");

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Join(folder.FullName, "StaticSite.sln")))
            {
                return folder.FullName;
            }
        }

        throw new BenchmarkException($"No folder above {from} holds StaticSite.sln.");
    }
}
