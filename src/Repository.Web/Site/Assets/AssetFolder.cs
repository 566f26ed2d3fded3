using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Repository.Web.Site.Assets;

/// <summary>
/// Style sheets, scripts and drawings from the program itself. Their addresses name their content, so browsers keep them for good; relative addresses
/// within them stay true because all of them share one folder and one fingerprint.
/// </summary>
internal sealed class AssetFolder
{
    public const string AskEachTime = "public, no-cache";
    private const string Forever = "public, max-age=31536000, immutable";

    private readonly FrozenDictionary<string, Asset> _assets;
    private readonly string _root;

    /// <param name="root">Where the folder is served, such as <c>/recursos/</c>.</param>
    /// <param name="resources">What the names of its files begin with in the program.</param>
    public AssetFolder(string root, string resources)
    {
        _root = root;
        var assembly = typeof(AssetFolder).Assembly;
        _assets = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(resources, StringComparison.Ordinal) && !name.EndsWith(".resources", StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[resources.Length..], name => new Asset(name[resources.Length..], Read(assembly, name)), StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var asset in _assets.Values.OrderBy(asset => asset.Name, StringComparer.Ordinal)) hash.AppendData(asset.Bytes);
        Path = $"{root}{Convert.ToHexStringLower(hash.GetHashAndReset())[..10]}/";
    }

    /// <summary>Where its files are as long as none of them changes.</summary>
    public string Path { get; }

    public bool Has(PathString path) => path.StartsWithSegments(_root.TrimEnd('/'), StringComparison.Ordinal);

    public string Address(string name) => _assets.ContainsKey(name) ? Path + name : throw new InvalidOperationException($"There is no asset \"{name}\".");

    public byte[] Bytes(string name) => _assets[name].Bytes;

    /// <summary>Answers a request below the folder; a page of before the last release gets what is there now, and may not keep it.</summary>
    public Task SendAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (!_assets.TryGetValue(path[(path.LastIndexOf('/') + 1)..], out var asset))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return SendAsync(http, asset, path.StartsWith(Path, StringComparison.Ordinal) ? Forever : AskEachTime);
    }

    public static async Task SendAsync(HttpContext http, Asset asset, string caching)
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
    internal sealed class Asset(string name, byte[] bytes)
    {
        private byte[]? _brotli;
        private byte[]? _gzip;

        public string Name => name;

        public byte[] Bytes => bytes;

        public string ContentType { get; } = System.IO.Path.GetExtension(name) switch
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
