namespace StaticSite.Benchmarks.Measuring;

/// <summary>A generator with a site of its own.</summary>
/// <param name="Site">The folder that it is started in.</param>
/// <param name="Output">Below the site.</param>
/// <param name="Kept">What it keeps from one build to the next, below the site.</param>
internal sealed record Tool(string Name, string Site, string[] Command, string Output, params string[] Kept)
{
    public const string Own = "StaticSite";
    public const string Uncited = "StaticSite, nothing cited";

    public string OutputPath => Path.Join(Site, Output);

    /// <param name="name"><see cref="Own"/>, or <see cref="Uncited"/>.</param>
    public static Tool StaticSite(string site, string executable, string name = Own) => new(name, site, [executable, "build", "--root", site], "output", ".staticsite");

    public static Tool Hugo(string site, string version) =>
        new($"Hugo {version}", site, ["hugo", "--quiet", "--source", site, "--config", "hugo-tuned.yaml"], "public", "resources", ".hugo_build.lock");

    /// <param name="modules">Where npm has put it.</param>
    public static Tool Eleventy(string site, string modules, string version) =>
        new($"Eleventy {version}", site, ["node", Path.Join(modules, "@11ty", "eleventy", "cmd.cjs"), "--quiet"], "_site", ".cache");

    public Measurement Run() => Meter.Run(Site, Command);
}
