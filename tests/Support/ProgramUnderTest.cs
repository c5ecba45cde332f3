using System.Diagnostics;

namespace StaticSite.Tests.Support;

/// <summary>
/// The program in a process of its own: the one that STATICSITE_PROGRAM names, which is how the published, native one is tested, else the one that was built with the tests.
/// </summary>
internal static class ProgramUnderTest
{
    public static ProcessStartInfo Start(params string[] arguments)
    {
        var published = Environment.GetEnvironmentVariable("STATICSITE_PROGRAM") is { Length: > 0 } path ? path : null;
        var start = published is null
            ? new ProcessStartInfo("dotnet", [Path.Join(AppContext.BaseDirectory, "staticsite.dll"), .. arguments])
            : new ProcessStartInfo(published, arguments);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        return start;
    }
}
