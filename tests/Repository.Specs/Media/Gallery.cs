using Repository.Core.Content;
using Repository.Specs.Delivery;
using Repository.Specs.Media;
using Repository.Testing;

[assembly: AssemblyFixture(typeof(Gallery))]

namespace Repository.Specs.Media;

/// <summary>A village whose library holds pictures of every kind, good ones and hostile ones, made on the spot.</summary>
public class Gallery : IAsyncLifetime
{
    public const string Credit = "Fotografía: Ñandú & «hermanas»";
    public const string Licence = "CC BY-SA 4.0";
    public const string LicenceAddress = "https://creativecommons.org/licenses/by-sa/4.0/";

    private static readonly Lazy<List<(string Name, byte[] Bytes)>> Pictures = new(() =>
    {
        using var workshop = new TemporaryFolder();
        return [.. GoodPictures.In(workshop), .. HostilePictures.In(workshop)];
    });

    private readonly TemporaryFolder _workshop = new();
    private VillageSite? _village;

    /// <summary>The folder has what libvips makes; without it there is no gallery and its specs skip.</summary>
    public static bool CanOpen => Tool.Vips.IsInstalled && Tool.Exiftool.IsInstalled;

    public static string WhyClosed => $"{Tool.Vips.WhyAbsent} {Tool.Exiftool.WhyAbsent}";

    public TestSite Site => _village!.Site;

    public string DataPath => _village!.DataPath;

    public VillageSite Village => _village!;

    public static string Url(string name) => $"/media/gallery0/{name}";

    public static async Task<Gallery> OpenAsync(params string[] settings)
    {
        var gallery = new Gallery();
        await gallery.OpenWithAsync(settings);
        return gallery;
    }

    public async ValueTask InitializeAsync()
    {
        if (CanOpen) await OpenWithAsync([]);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_village is not null) await _village.DisposeAsync();
        _workshop.Dispose();
    }

    /// <summary>Hangs one more picture.</summary>
    public async Task HangAsync(string name, byte[] bytes)
    {
        Write(name, bytes);
        await _village!.ImportAsync(Item(name));
    }

    /// <summary>Changes what a picture says of its rights.</summary>
    public Task CreditAsync(string name, string credit) => _village!.ImportAsync(Item(name).With("credit", credit));

    /// <summary>The rendition of a picture, as a file.</summary>
    public Task<Picture> GetAsync(string address, params (string Name, string Value)[] headers) => GetFromAsync(Site, address, headers);

    public async Task<Picture> GetFromAsync(TestSite site, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Url(address));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var file = _workshop.File(Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(file, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        return new Picture(response.StatusCode, response, file);
    }

    public byte[] Original(string name) => File.ReadAllBytes(Path.Combine(DataPath, "media", "gallery0", name));

    private async Task OpenWithAsync(string[] settings)
    {
        _village = await VillageSite.StartAsync(settings);
        await _village.ImportAsync(new AnItem("shareAlike", "term", "vocabulary").Named(Licence).With("key", "shareAlike")
            .With("exactMatches", Stored.Links(new { name = Licence, target = (string?)null, udi = (string?)null, url = LicenceAddress, queryString = (string?)null })));
        foreach (var (name, bytes) in Pictures.Value) Write(name, bytes);
        await _village.ImportAsync([.. Pictures.Value.Select(picture => Item(picture.Name))]);
    }

    private void Write(string name, byte[] bytes)
    {
        var file = Path.Combine(DataPath, "media", "gallery0", name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }

    private static AnItem Item(string name)
    {
        var item = new AnItem($"picture {name}", "Image", null) { Kind = ItemKind.Media }.Named(name).With("altText", "Rayas de colores.").With("umbracoFile", $$"""{"src":"{{Url(name)}}","crops":[]}""");
        return name == "plain.jpg" ? item : item.With("credit", Credit).With("licence", Stored.Document("shareAlike"));
    }
}

/// <summary>A gallery of its own, for one class.</summary>
public sealed class PrivateGallery : Gallery
{
}
