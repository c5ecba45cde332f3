using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace StaticSite.Publishing.Tests.Staging.Servers;

/// <summary>A web server of this machine, on 127.0.0.1, for as long as a test needs it.</summary>
internal sealed class LocalServer : IDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly System.Text.StringBuilder _log = new();

    private LocalServer(string program, IEnumerable<string> arguments, string folder, int port)
    {
        _folder = folder;
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["HOME"] = start.Environment["XDG_DATA_HOME"] = start.Environment["XDG_CONFIG_HOME"] = folder;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, UseProxy = false })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}"),
        };
    }

    /// <summary>Follows no redirect and unpacks nothing.</summary>
    public HttpClient Client { get; }

    /// <summary>Where a program stands; null where it is not installed.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Concat(["/usr/sbin", "/usr/local/sbin"])
        .Select(folder => Path.Join(folder, program))
        .FirstOrDefault(File.Exists);

    /// <param name="snippet">What stands in the server block.</param>
    public static Task<LocalServer> StartNginx(string program, string? brotliModule, string snippet)
    {
        var (folder, port) = (Directory.CreateTempSubdirectory("staticsite-nginx-").FullName, FreePort());
        File.WriteAllText(Path.Join(folder, "site.conf"), snippet);
        File.WriteAllText(Path.Join(folder, "nginx.conf"), $$"""
            daemon off;
            master_process off;
            pid {{folder}}/nginx.pid;
            error_log stderr;
            {{(brotliModule is null ? "" : $"load_module {brotliModule};")}}
            events { }
            http {
                access_log off;
                client_body_temp_path {{folder}}/body;
                proxy_temp_path {{folder}}/proxy;
                fastcgi_temp_path {{folder}}/fastcgi;
                uwsgi_temp_path {{folder}}/uwsgi;
                scgi_temp_path {{folder}}/scgi;
                server {
                    listen 127.0.0.1:{{port}};
                    include {{folder}}/site.conf;
                }
            }
            """);
        return Answering(new LocalServer(program, ["-e", "stderr", "-p", folder, "-c", Path.Join(folder, "nginx.conf")], folder, port));
    }

    /// <param name="snippet">What stands in the site block.</param>
    public static Task<LocalServer> StartCaddy(string program, string snippet)
    {
        var (folder, port) = (Directory.CreateTempSubdirectory("staticsite-caddy-").FullName, FreePort());
        File.WriteAllText(Path.Join(folder, "site.caddy"), snippet);
        File.WriteAllText(Path.Join(folder, "Caddyfile"), $$"""
            {
                admin off
                auto_https off
            }
            http://127.0.0.1:{{port}} {
                import {{folder}}/site.caddy
            }
            """);
        return Answering(new LocalServer(program, ["run", "--config", Path.Join(folder, "Caddyfile"), "--adapter", "caddyfile"], folder, port));
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<LocalServer> Answering(LocalServer server)
    {
        for (var attempt = 0; attempt < 200 && !server._process.HasExited; attempt++)
        {
            try
            {
                using var response = await server.Client.GetAsync(new Uri("/", UriKind.Relative));
                return server;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }

        await Task.Delay(100);
        var log = server._log.ToString();
        server.Dispose();
        throw new InvalidOperationException("The server does not answer: " + log);
    }

    private void Keep(string? line)
    {
        lock (_log)
        {
            _log.AppendLine(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
