using StaticSite;
using StaticSite.Cli;
using StaticSite.Cli.Console;

return await CommandLine.RunAsync(args, Terminal.Detect(), SiteBuild.Run);
