using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Repository.Web.Site.Assets;

/// <summary>
/// Style sheet, script and drawings of the site, from the program itself. Their addresses name their content, so browsers keep them for good; relative addresses
/// within them stay true because all of them share one folder and one fingerprint.
/// </summary>
internal sealed class SiteAssets
{
    private const string Folder = "/recursos/";
    private const string Worker = "sw.js";
    private const string Forever = "public, max-age=31536000, immutable";
    private const string AskEachTime = "public, no-cache";
    private static readonly string Prefix = $"{typeof(SiteAssets).Namespace}.";

    private readonly FrozenDictionary<string, Asset> _assets;
    private readonly string _folder;
    private readonly Asset _worker;

    public SiteAssets()
    {
        var assembly = typeof(SiteAssets).Assembly;
        _assets = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && !name.EndsWith(".resources", StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name => new Asset(name[Prefix.Length..], Read(assembly, name)), StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var asset in _assets.Values.OrderBy(asset => asset.Name, StringComparer.Ordinal)) hash.AppendData(asset.Bytes);
        _folder = $"{Folder}{Convert.ToHexStringLower(hash.GetHashAndReset())[..10]}/";
        _worker = new Asset(Worker, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(_assets[Worker].Bytes).Replace("{recursos}", _folder, StringComparison.Ordinal)));
    }

    public static bool Are(PathString path) => path.StartsWithSegments(Folder.TrimEnd('/'), StringComparison.Ordinal);

    public string Address(string name) => _assets.ContainsKey(name) ? _folder + name : throw new InvalidOperationException($"There is no asset \"{name}\".");

    /// <summary>Answers a request below the folder; a page of before the last release gets what is there now, and may not keep it.</summary>
    public Task SendAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (!_assets.TryGetValue(path[(path.LastIndexOf('/') + 1)..], out var asset))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return SendAsync(http, asset, path.StartsWith(_folder, StringComparison.Ordinal) ? Forever : AskEachTime);
    }

    /// <summary>The service worker has an address of its own, since it may serve only what lies below it. It names this release, so that browsers notice the next one.</summary>
    public Task SendWorkerAsync(HttpContext http) => SendAsync(http, _worker, AskEachTime);

    private static async Task SendAsync(HttpContext http, Asset asset, string caching)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = caching;
        headers.XContentTypeOptions = "nosniff";
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        http.Response.ContentType = asset.ContentType;
        var bytes = Encoded(http, asset);
        http.Response.ContentLength = bytes.Length;
        if (HttpMethods.IsGet(http.Request.Method)) await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private static byte[] Encoded(HttpContext http, Asset asset)
    {
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        if (accepted.Contains("br", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Headers.ContentEncoding = "br";
            return asset.Brotli;
        }

        if (!accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase)) return asset.Bytes;
        http.Response.Headers.ContentEncoding = "gzip";
        return asset.Gzip;
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Compressed as small as can be, once, when first asked for: a start need not wait for it.</summary>
    private sealed class Asset(string name, byte[] bytes)
    {
        private byte[]? _brotli;
        private byte[]? _gzip;

        public string Name => name;

        public byte[] Bytes => bytes;

        public string ContentType { get; } = Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".woff2" => "font/woff2",
            ".png" => "image/png",
            var other => throw new InvalidOperationException($"Nobody said how \"{other}\" is served."),
        };

        public byte[] Brotli => _brotli ??= Compressed(static target => new BrotliStream(target, CompressionLevel.SmallestSize));

        public byte[] Gzip => _gzip ??= Compressed(static target => new GZipStream(target, CompressionLevel.SmallestSize));

        private byte[] Compressed(Func<Stream, Stream> into)
        {
            var target = new MemoryStream();
            using (var stream = into(target)) stream.Write(bytes);
            return target.ToArray();
        }
    }
}
