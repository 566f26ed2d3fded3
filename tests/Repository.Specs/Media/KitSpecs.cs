using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Repository.Core.Content;
using Repository.Specs.Seeded;
using Repository.Testing;
using Repository.Web.Media.Kits;
using Repository.Web.Media.Renditions.Making;

namespace Repository.Specs.Media;

/// <summary>What communicators get for a material, asked of the seed's own.</summary>
public sealed class KitSpecs(SeededSite seeded) : IDisposable
{
    private const string Poster = "/materiales/derechos-arco/";
    private const string Ruling = "/sentencias/corteidh-campo-algodonero-2009/";
    private const string Manual = "/materiales/son-abiertos-estos-datos/";
    private const string Capsule = "/materiales/capsula-tu-derecho-a-saber/";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("cuadrado.jpg", 1080, 1080)]
    [InlineData("historia.jpg", 1080, 1920)]
    [InlineData("tarjeta.jpg", 1200, 630)]
    public async Task a_preset_has_its_size_and_says_whom_it_is_owed_to(string name, int width, int height)
    {
        Assert.SkipUnless(Gallery.CanOpen, Gallery.WhyClosed);

        var picture = await PictureAsync(await FindAsync(Poster), name);

        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (picture.Status, picture.Type));
        Assert.Equal((width, height), picture.Size);
        Assert.Equal("Repositorio de prácticas comunitarias", picture.Metadata["XMP-photoshop:Credit"]);
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", picture.Metadata["XMP-cc:License"]);
        Assert.Equal("CC BY 4.0", picture.Metadata["XMP-xmpRights:UsageTerms"]);
    }

    [Theory]
    [InlineData(Poster)]
    [InlineData(Ruling)]
    [InlineData(Manual)]
    public async Task a_picture_for_messengers_is_small_upon_white_and_credited(string path)
    {
        Assert.SkipUnless(Gallery.CanOpen, Gallery.WhyClosed);

        var picture = await PictureAsync(await FindAsync(path), "mensajeria.jpg");

        Assert.InRange(picture.Bytes.Length, 10_000, 300_000);
        Assert.InRange(Math.Max(picture.Size.Width, picture.Size.Height), 1200, 1600);
        Assert.Equal(3, picture.Bands);
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", picture.Metadata["XMP-cc:License"]);
    }

    [Theory]
    [InlineData("a4.pdf", 595.276, 841.89)]
    [InlineData("a3.pdf", 841.89, 1190.55)]
    public async Task a_sheet_to_print_is_one_page_of_its_size_and_credited(string name, double width, double height)
    {
        Assert.SkipUnless(Gallery.CanOpen && Tool.PdfInfo.IsInstalled, $"{Gallery.WhyClosed} {Tool.PdfInfo.WhyAbsent}");

        var sheet = await PictureAsync(await FindAsync(Poster), name);

        Assert.Equal("application/pdf", sheet.Type);
        var told = Tool.PdfInfo.Run(sheet.File);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Page size:       {width:0.###} x {height:0.###} pts"), told, StringComparison.Ordinal);
        Assert.Matches(@"Pages: +1\n", told);
        Assert.Equal("Repositorio de prácticas comunitarias", sheet.Metadata["XMP-photoshop:Credit"]);
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", sheet.Metadata["XMP-cc:License"]);
    }

    [Fact]
    public async Task a_document_is_printed_as_it_is_and_not_its_cover()
    {
        Assert.SkipUnless(Gallery.CanOpen, Gallery.WhyClosed);

        var sheet = await PictureAsync(await FindAsync(Manual), "a4.pdf");

        Assert.Equal(HttpStatusCode.NotFound, sheet.Status);
    }

    [Fact]
    public async Task the_archive_holds_what_its_list_says_and_both_programs_open_it()
    {
        Assert.SkipUnless(Gallery.CanOpen && Tool.Unzip.IsInstalled && Tool.Python.IsInstalled, $"{Gallery.WhyClosed} {Tool.Unzip.WhyAbsent} {Tool.Python.WhyAbsent}");
        var key = await FindAsync(Poster);

        var file = (await PictureAsync(key, null)).File;

        Assert.Contains("No errors detected", Tool.Unzip.Run("-t", file), StringComparison.Ordinal);
        Assert.Contains("None", Tool.Python.Run("-c", $"import zipfile; print(zipfile.ZipFile('{file}').testzip())"), StringComparison.Ordinal);
        using var zip = ZipFile.OpenRead(file);
        var manifest = JsonElement.Parse(Text(zip, "manifest.json"));
        Assert.All(zip.Entries, entry => Assert.Matches(@"\Aderechos-arco/[a-zA-Z0-9._/-]+\z", entry.FullName));
        Assert.Equal(zip.Entries.Select(entry => Name(entry)).Where(name => name != "manifest.json").Order(), manifest.GetProperty("files").EnumerateArray().Select(told => told.Text("path")).Order());
        foreach (var told in manifest.GetProperty("files").EnumerateArray())
        {
            var bytes = Bytes(zip, told.Text("path"));
            Assert.Equal((bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), (told.GetProperty("bytes").GetInt32(), told.Text("sha256")));
        }

        Assert.Equal(("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"), (manifest.GetProperty("licence").Text("name"), manifest.GetProperty("licence").Text("address")));
    }

    [Fact]
    public async Task pictures_originals_texts_and_credit_are_in_it()
    {
        Assert.SkipUnless(Gallery.CanOpen, Gallery.WhyClosed);

        using var zip = ZipFile.OpenRead((await PictureAsync(await FindAsync(Poster), null)).File);

        string[] names = [.. zip.Entries.Select(entry => Name(entry))];
        string[] expected =
        [
            "LEEME.txt", "creditos/credito.html", "creditos/credito.txt", "creditos/licencia.txt", "imagenes/derechos-arco-a3.pdf", "imagenes/derechos-arco-a4.pdf", "imagenes/derechos-arco-cuadrado.jpg",
            "imagenes/derechos-arco-historia.jpg", "imagenes/derechos-arco-mensajeria.jpg", "imagenes/derechos-arco-tarjeta.jpg", "manifest.json", "originales/derechos-arco.png", "originales/derechos-arco.svg",
            "textos/para-compartir.txt", "textos/resumen.txt", "textos/texto-alternativo.txt", "textos/texto-equivalente.html", "textos/texto-equivalente.txt",
        ];
        Assert.Equal(expected, names.Order(StringComparer.Ordinal));
        Assert.StartsWith("«Derechos ARCO: tus datos personales son tuyos», Repositorio de prácticas comunitarias, 2026. Licencia: CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). Fuente: http://127.0.0.1", Text(zip, "creditos/credito.txt"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"es-MX\">", Text(zip, "textos/texto-equivalente.html"), StringComparison.Ordinal);
        Assert.DoesNotContain('<', Text(zip, "textos/texto-equivalente.txt"));
    }

    [Fact]
    public async Task a_recording_brings_its_transcript()
    {
        Assert.SkipUnless(Gallery.CanOpen, Gallery.WhyClosed);

        using var zip = ZipFile.OpenRead((await PictureAsync(await FindAsync(Capsule), null)).File);

        Assert.NotEmpty(Text(zip, "textos/transcripcion.txt"));
        Assert.Contains(zip.Entries, entry => Name(entry) == "originales/capsula-tu-derecho-a-saber.mp3");
    }

    [Fact]
    public async Task the_same_material_gives_the_same_bytes_on_another_machine()
    {
        Assert.SkipUnless(Gallery.CanOpen, Gallery.WhyClosed);
        var key = await FindAsync(Poster);
        await using var other = await TestSite.StartAsync();

        var here = await PictureAsync(key, "tarjeta.jpg");
        var there = await PictureAsync(key, "tarjeta.jpg", other);

        Assert.Equal(here.Bytes, there.Bytes);
        Assert.Equal(here.Header("ETag"), there.Header("ETag"));
    }

    [Fact]
    public async Task a_kit_is_asked_after_and_with_its_version_kept()
    {
        Assert.SkipUnless(Gallery.CanOpen, Gallery.WhyClosed);
        var address = $"/kits/{await FindAsync(Poster)}.zip";
        var api = seeded.Api;

        var whole = await api.SendAsync(HttpMethod.Get, address);
        var head = await api.SendAsync(HttpMethod.Head, address);
        var again = await api.SendAsync(HttpMethod.Get, address, $"If-None-Match: {whole.Header("ETag")}");
        var part = await api.SendAsync(HttpMethod.Get, address, "Range: bytes=0-3");
        var pinned = await api.SendAsync(HttpMethod.Get, $"{address}?v={whole.Header("ETag")!.Trim('"')[..12]}");
        var madeUp = await api.SendAsync(HttpMethod.Get, $"{address}?v=1");

        Assert.Equal((HttpStatusCode.OK, "application/zip", "public, no-cache", "nosniff"), (whole.Status, whole.MediaType, whole.Header("Cache-Control"), whole.Header("X-Content-Type-Options")));
        Assert.Contains("derechos-arco.zip", whole.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, 0, whole.Header("ETag")), (head.Status, head.Body.Length, head.Header("ETag")));
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.Status, again.Body.Length));
        Assert.Equal((HttpStatusCode.PartialContent, "PK\u0003\u0004"), (part.Status, part.Text));
        Assert.Contains("immutable", pinned.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("public, no-cache", madeUp.Header("Cache-Control"));
        Assert.Equal(whole.Body, pinned.Body);
        Assert.Equal(whole.Body, madeUp.Body);
    }

    [Theory]
    [InlineData("/kits/nada.zip")]
    [InlineData("/kits/00000000-0000-0000-0000-000000000001.zip")]
    [InlineData("/kits/00000000-0000-0000-0000-000000000001/cuadrado.jpg")]
    [InlineData("/kits/{poster}")]
    [InlineData("/kits/{poster}.tar")]
    [InlineData("/kits/{poster}/cuadrado.png")]
    [InlineData("/kits/{poster}/cuadrado-2.jpg")]
    [InlineData("/kits/{poster}/..%2f..%2frepository.db")]
    [InlineData("/kits/{place}.zip")]
    public async Task there_is_nothing_else(string address)
    {
        var poster = await FindAsync(Poster);
        var place = await FindAsync("/materiales/");

        var answer = await seeded.Api.SendAsync(HttpMethod.Get, address.Replace("{poster}", poster.ToString(), StringComparison.Ordinal).Replace("{place}", place.ToString(), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    [Fact]
    public async Task a_credit_that_was_put_right_makes_another_kit()
    {
        await using var site = await TestSite.StartAsync();
        var capsule = await FindAsync(Capsule);
        var before = site.Service<MaterialKits>().Of(site.Live, capsule, null)!.Zip.Address;
        var media = site.Live.View(ItemKind.Media, "");

        foreach (var sound in media.OfType("umbracoMediaAudio").Page(0, int.MaxValue)) await Delivery.Editor.SaveKeyAsync(site, media[sound].Key, content => content.With("credit", "Otra voz"));

        Assert.NotEqual(before, site.Service<MaterialKits>().Of(site.Live, capsule, null)!.Zip.Address);
    }

    [Fact]
    public async Task what_the_public_does_not_see_has_no_kit()
    {
        Assert.SkipUnless(Gallery.CanOpen, Gallery.WhyClosed);
        await using var site = await TestSite.StartAsync();
        var (poster, manual) = (await FindAsync(Poster), await FindAsync(Manual));
        var before = await PictureAsync(poster, "tarjeta.jpg", site);
        var desk = new Newsroom(site);

        await desk.RestrictAsync(poster);
        await desk.UnpublishAsync(manual);

        Assert.Equal(HttpStatusCode.OK, before.Status);
        foreach (var key in (Guid[])[poster, manual])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await PictureAsync(key, "tarjeta.jpg", site)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await PictureAsync(key, null, site)).Status);
            Assert.Null(site.Service<MaterialKits>().Of(site.Live, key, null));
        }
    }

    [Fact]
    public async Task what_was_cleared_away_is_made_anew()
    {
        Assert.SkipUnless(Gallery.CanOpen, Gallery.WhyClosed);
        await using var site = await TestSite.StartOnAsync(_folder.Path);
        var key = await FindAsync(Capsule);
        var before = await PictureAsync(key, null, site);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_folder.Path, "renditions"), "*", SearchOption.AllDirectories)) File.Delete(file);

        var after = await PictureAsync(key, null, site);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (before.Status, after.Status));
        Assert.Equal(before.Bytes, after.Bytes);
    }

    [Theory]
    [InlineData("kill -SEGV $$")]
    [InlineData("exit 0")]
    [InlineData("exec sleep 0; exit 3")]
    public async Task what_cannot_be_made_now_is_said_to_come_later_and_originals_stay(string doing)
    {
        Assert.SkipUnless(Gallery.CanOpen, Gallery.WhyClosed);
        using var bin = new TemporaryFolder();
        bin.Script(Vips.Program, doing);
        await using var site = await TestSite.StartOnAsync(_folder.Path, services => services.AddSingleton(new Vips($"{bin.Path}:/usr/bin:/bin")));
        var kit = site.Service<MaterialKits>().Of(site.Live, await FindAsync(Poster), null)!;
        var api = new Api(site.Client);

        var preset = await api.SendAsync(HttpMethod.Get, kit.Pictures[0]["cuadrado"]!.Address);
        var zip = await api.SendAsync(HttpMethod.Get, kit.Zip.Address);
        var original = await api.SendAsync(HttpMethod.Get, kit.Pictures[0].Original);

        foreach (var answer in (Reply[])[preset, zip])
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json", "120", "no-store"), (answer.Status, answer.MediaType, answer.Header("Retry-After"), answer.Header("Cache-Control")));
            Assert.Equal("kitUnavailable", answer.Json.Text("code"));
        }

        Assert.Equal(HttpStatusCode.OK, original.Status);
    }

    [Fact]
    public async Task a_page_gets_addresses_that_answer()
    {
        Assert.SkipUnless(Gallery.CanOpen, Gallery.WhyClosed);
        var kit = seeded.Site.Service<MaterialKits>().Of(seeded.Site.Live, await FindAsync(Ruling), new Uri("https://repositorio.example/"))!;

        var picture = Assert.Single(kit.Pictures);

        Assert.Equal(["cuadrado", "historia", "tarjeta", "mensajeria", "a4", "a3"], picture.Downloads.Select(download => download.Key));
        Assert.NotEmpty(picture.AltText);
        Assert.EndsWith("Fuente: https://repositorio.example/sentencias/corteidh-campo-algodonero-2009/", kit.Credit.Plain, StringComparison.Ordinal);
        var card = picture["tarjeta"]!;
        var answer = await seeded.Api.SendAsync(HttpMethod.Get, card.Address);
        Assert.Equal((HttpStatusCode.OK, card.ContentType), (answer.Status, answer.MediaType));
        Assert.Equal(answer.Body.Length, seeded.Site.Service<MaterialKits>().Of(seeded.Site.Live, kit.Key, null)!.Pictures[0]["tarjeta"]!.Bytes);
    }

    private static string Name(ZipArchiveEntry entry) => entry.FullName[(entry.FullName.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var source = zip.Entries.Single(entry => Name(entry) == name).Open();
        using var bytes = new MemoryStream();
        source.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Text(ZipArchive zip, string name) => System.Text.Encoding.UTF8.GetString(Bytes(zip, name));

    private async Task<Guid> FindAsync(string path) => (await seeded.Api.GetAsync($"/content/item{path}")).Json.GetProperty("id").GetGuid();

    /// <summary>A file of a kit, or (null) the whole.</summary>
    private async Task<Picture> PictureAsync(Guid key, string? name, TestSite? site = null)
    {
        var response = await (site ?? seeded.Site).Client.GetAsync(name is null ? $"/kits/{key}.zip" : $"/kits/{key}/{name}", TestContext.Current.CancellationToken);
        var file = _folder.File(Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(file, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        return new Picture(response.StatusCode, response, file);
    }
}
