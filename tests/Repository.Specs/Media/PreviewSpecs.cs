using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Repository.Core.Content;
using Repository.Specs.Commands;
using Repository.Specs.Delivery;
using Repository.Testing;
using Repository.Web.Media;
using Repository.Web.Media.Intake;
using Repository.Web.Media.Previews;

namespace Repository.Specs.Media;

/// <summary>The pictures that show drawings and documents.</summary>
public sealed class PreviewSpecs : IDisposable
{
    private const string Hills = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><rect width="80" height="40" fill="#1f3a34"/></svg>""";
    private const string Sun = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="9" fill="#e2a04a"/></svg>""";

    private static readonly Tool PdfToCairo = new(Poppler.Program);

    private readonly TemporaryFolder _folder = new();
    private readonly Terminal _terminal;

    public PreviewSpecs() => _terminal = new Terminal(_folder);

    private static bool CanDraw => Gallery.CanOpen && PdfToCairo.IsInstalled;

    private static string WhyNot => $"{Gallery.WhyClosed} {PdfToCairo.WhyAbsent}";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task a_drawing_and_a_document_get_a_picture_beside_them()
    {
        Assert.SkipUnless(CanDraw, WhyNot);
        var drawing = await AddAsync(Svg("cerros.svg", Hills), "--alt", "Tres cerros.", "--credit", "Ana López", "--folder", "Dibujos", "--publish");
        var document = await AddAsync(RealFiles.Path("hoja.pdf"), "--credit", "Archivo", "--publish");

        var (code, _, told) = await _terminal.RunAsync("media", "previews");
        var (again, nothing, _) = await _terminal.RunAsync("media", "previews");

        Assert.True(code == 0, told);
        Assert.Equal((0, ""), (again, nothing));
        await using var site = await _terminal.ServeAsync();
        var shown = await PreviewAsync(site, drawing);
        Assert.Equal(("Image", "png", 1600, 800), (shown.Text("mediaType"), shown.Text("extension"), shown.GetProperty("width").GetInt32(), shown.GetProperty("height").GetInt32()));
        Assert.Equal(("/dibujos/cerros (vista previa)/", "Tres cerros.", "Ana López"), (shown.Text("path"), shown.Property("altText").GetString(), shown.Property("credit").GetString()));
        Assert.True(shown.GetProperty("bytes").GetInt64() > 0);
        var page = await PreviewAsync(site, document);
        Assert.Equal(("Primera página de «hoja».", "Archivo"), (page.Property("altText").GetString(), page.Property("credit").GetString()));
        using var small = await site.Client.GetAsync($"{shown.Text("url")}?width=100&format=webp", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "image/webp"), (small.StatusCode, small.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task a_preview_follows_its_original()
    {
        Assert.SkipUnless(CanDraw, WhyNot);
        var drawing = await AddAsync(Svg("cerros.svg", Hills), "--alt", "Tres cerros.", "--publish");
        await _terminal.RunAsync("media", "previews");
        await _terminal.RunAsync("media", "replace", drawing.ToString(), Svg("sol.svg", Sun));
        await using var site = await _terminal.ServeAsync();
        var tending = site.Service<PreviewTending>();
        var before = await PreviewAsync(site, drawing);

        await site.SaveKeyAsync(drawing, content => content.With("altText", "Un sol.").With("credit", "Beto"));
        Assert.Equal(PreviewState.Made, await tending.TendAsync(drawing, TestContext.Current.CancellationToken));
        var after = await PreviewAsync(site, drawing);

        Assert.Equal(before.Text("id"), after.Text("id"));
        Assert.Equal((1600, 1600), (after.GetProperty("width").GetInt32(), after.GetProperty("height").GetInt32()));
        Assert.Equal(("Un sol.", "Beto"), (after.Property("altText").GetString(), after.Property("credit").GetString()));
        Assert.Equal(PreviewState.Settled, await tending.TendAsync(drawing, TestContext.Current.CancellationToken));

        await site.RestrictKeyAsync(drawing, true);
        await tending.TendAsync(drawing, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(after.Text("url"))).Status);

        await site.RestrictKeyAsync(drawing, false);
        await tending.TendAsync(drawing, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(after.Text("url"))).Status);
    }

    [Fact]
    public async Task the_words_an_editor_gave_a_page_stay()
    {
        Assert.SkipUnless(CanDraw, WhyNot);
        var document = await AddAsync(RealFiles.Path("hoja.pdf"), "--publish");
        await _terminal.RunAsync("media", "previews");
        await using var site = await _terminal.ServeAsync();
        await site.SaveKeyAsync(PreviewTending.KeyOf(document), content => content.With("altText", "Una hoja con el título en grande."));

        await site.SaveKeyAsync(document, content => content.With("credit", "Archivo"));
        await site.Service<PreviewTending>().TendAsync(document, TestContext.Current.CancellationToken);

        var shown = await PreviewAsync(site, document);
        Assert.Equal(("Una hoja con el título en grande.", "Archivo"), (shown.Property("altText").GetString(), shown.Property("credit").GetString()));
    }

    [Fact]
    public async Task a_preview_follows_an_original_whose_name_has_become_very_long()
    {
        Assert.SkipUnless(CanDraw, WhyNot);
        var drawing = await AddAsync(Svg("cerros.svg", Hills), "--alt", "Tres cerros.", "--publish");
        await _terminal.RunAsync("media", "previews");
        await using (var site = await _terminal.ServeAsync()) await site.SaveKeyAsync(drawing, content => content.WithName(new string('c', 250)));
        await _terminal.RunAsync("media", "replace", drawing.ToString(), Svg("sol.svg", Sun));

        var (code, _, told) = await _terminal.RunAsync("media", "previews");

        Assert.True(code == 0, told);
        await using var after = await _terminal.ServeAsync();
        var shown = await PreviewAsync(after, drawing);
        Assert.Equal((1600, 1600), (shown.GetProperty("width").GetInt32(), shown.GetProperty("height").GetInt32()));
        Assert.EndsWith("c (vista previa)", shown.Text("name"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_the_seed_shows_by_a_picture_of_its_own_gets_no_other()
    {
        Assert.SkipUnless(CanDraw, WhyNot);
        await using var site = await TestSite.StartOnAsync(_folder.File("seeded"));
        var tending = site.Service<PreviewTending>();
        var made = new List<Guid>();

        foreach (var key in await tending.OriginalsAsync(TestContext.Current.CancellationToken))
        {
            if (await tending.TendAsync(key, TestContext.Current.CancellationToken) == PreviewState.Made) made.Add(key);
        }

        var names = made.Select(key => site.Live.Find(key)!.Cultures[0].Name).Order(StringComparer.Ordinal);
        Assert.Equal(["Cómo se lee una ficha", "Las ocho regiones de Oaxaca", "Qué es una ficha documental"], names);
    }

    [Fact]
    public async Task without_its_tool_a_document_waits_and_the_site_says_so()
    {
        Assert.SkipUnless(CanDraw, WhyNot);
        var document = await AddAsync(RealFiles.Path("hoja.pdf"), "--publish");
        using var bin = new TemporaryFolder();
        await using var site = await _terminal.ServeAsync(services => services.AddSingleton(new Poppler($"{bin.Path}:{NiceOnly(bin)}")));
        var tending = site.Service<PreviewTending>();

        var before = await tending.TendAsync(document, TestContext.Current.CancellationToken);
        var ready = await site.GetAsync("/healthz/ready");
        File.CreateSymbolicLink(bin.File(Poppler.Program), PdfToCairo.Path!);
        var after = await tending.TendAsync(document, TestContext.Current.CancellationToken);

        Assert.Equal((PreviewState.Waiting, PreviewState.Made), (before, after));
        Assert.Equal((HttpStatusCode.OK, "poppler"), (ready.Status, Assert.Single(ready.Json.GetProperty("missingTools").EnumerateArray()).GetString()));
        Assert.Empty((await site.GetAsync("/healthz/ready")).Json.GetProperty("missingTools").EnumerateArray());
    }

    [Fact]
    public async Task what_is_withdrawn_is_not_shown_by_its_picture_either_even_while_no_new_one_can_be_drawn()
    {
        Assert.SkipUnless(CanDraw, WhyNot);
        var document = await AddAsync(RealFiles.Path("hoja.pdf"), "--publish");
        await _terminal.RunAsync("media", "previews");
        await _terminal.RunAsync("media", "replace", document.ToString(), Written("otra.pdf", "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]>>endobj trailer<</Root 1 0 R>>\n%%EOF\n"));
        using var bin = new TemporaryFolder();
        await using var site = await _terminal.ServeAsync(services => services.AddSingleton(new Poppler(NiceOnly(bin))));
        var address = (await site.JsonAsync($"media/item/{PreviewTending.KeyOf(document)}")).Text("url");
        await site.RestrictKeyAsync(document, true);

        var state = await site.Service<PreviewTending>().TendAsync(document, TestContext.Current.CancellationToken);

        Assert.Equal(PreviewState.Waiting, state);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(address)).Status);
    }

    [Fact]
    public async Task beside_everything_else_previews_come_by_themselves()
    {
        Assert.SkipUnless(CanDraw, WhyNot);
        var drawing = await AddAsync(Svg("cerros.svg", Hills), "--alt", "Tres cerros.", "--publish");
        await using var site = await _terminal.ServeAsync(null, "Media:Previews=true");
        var store = site.Service<IContentStore>();
        var shelf = site.Service<MediaShelf>();
        await using var bytes = File.OpenRead(Svg("sol.svg", Sun));
        var taken = await site.Service<MediaIntake>().TakeAsync(bytes, "sol.svg", TestContext.Current.CancellationToken);
        var uploaded = Assert.IsType<ShelvingResult.Done>(await shelf.AddAsync(taken, "sol.svg", new NewMedium { AltText = "Un sol.", IsPublic = true, By = "specs" }, TestContext.Current.CancellationToken)).Key;

        for (var head = 0L; site.Live.Find(PreviewTending.KeyOf(drawing)) is null || site.Live.Find(PreviewTending.KeyOf(uploaded)) is null; head = site.Live.Cursor) await store.WaitForChangeAsync(head, TestContext.Current.CancellationToken);

        Assert.Equal("image/png", await ServedAsync(site, drawing));
        Assert.Equal("image/png", await ServedAsync(site, uploaded));
    }

    [Theory]
    [InlineData("%PDF-1.4 folleto", false)]
    [InlineData("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9000000 9000000]>>endobj trailer<</Root 1 0 R>>", true)]
    [InlineData("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 999999999>>endobj trailer<</Root 1 0 R>>", false)]
    public async Task a_hostile_document_costs_little_and_stops_nobody(string pdf, bool isDrawn) => await StopsNobodyAsync(Written("hostil.pdf", $"{pdf}\n%%EOF\n"), isDrawn);

    [Theory]
    [InlineData("0 0 1000000 1")]
    [InlineData("0 0 1 1000000")]
    public async Task a_hostile_drawing_costs_little_and_stops_nobody(string box) =>
        await StopsNobodyAsync(Svg("hostil.svg", $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><rect width="9" height="9"/></svg>"""), isDrawn: true);

    private async Task StopsNobodyAsync(string file, bool isDrawn)
    {
        Assert.SkipUnless(CanDraw, WhyNot);
        string[] words = file.EndsWith(".svg", StringComparison.Ordinal) ? ["--alt", "Un dibujo.", "--publish"] : ["--publish"];
        var hostile = await AddAsync(file, words);
        var good = await AddAsync(RealFiles.Path("hoja.pdf"), "--publish");
        await using var site = await _terminal.ServeAsync();
        var tending = site.Service<PreviewTending>();

        var state = await tending.TendAsync(hostile, TestContext.Current.CancellationToken);
        var other = await tending.TendAsync(good, TestContext.Current.CancellationToken);

        Assert.Equal((isDrawn ? PreviewState.Made : PreviewState.Failed, PreviewState.Made), (state, other));
        if (isDrawn) Assert.InRange((await PreviewAsync(site, hostile)).GetProperty("width").GetInt32(), 1, 2263);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/healthz/ready")).Status);
    }

    [Fact]
    public async Task what_draws_pages_has_the_limits_of_every_decoder()
    {
        _folder.Script(Poppler.Program, """echo "$(ulimit -v) $(ulimit -t) $(nice) $1" >&2; exit 4""");

        var complaint = await new Poppler($"{_folder.Path}:/usr/bin:/bin").DrawAsync(_folder.Path, "in", "out.png", 100, TestContext.Current.CancellationToken);

        Assert.Equal("It ended with 4: 2500000 40 19 -png", complaint);
    }

    private static string NiceOnly(TemporaryFolder bin)
    {
        var folder = Directory.CreateDirectory(bin.File("nice-only")).FullName;
        File.CreateSymbolicLink(Path.Combine(folder, "nice"), Tool.Nice.Path!);
        return folder;
    }

    private string Svg(string name, string content) => Written(name, content);

    private string Written(string name, string content)
    {
        File.WriteAllText(_folder.File(name), content, new UTF8Encoding(false));
        return _folder.File(name);
    }

    private async Task<Guid> AddAsync(string file, params string[] words)
    {
        var (code, output, errors) = await _terminal.RunAsync(["media", "add", file, .. words]);
        Assert.True(code == 0, errors);
        return Guid.Parse(output.Trim().Split("  ")[1]);
    }

    /// <summary>The picture that an item names, as the API tells it by itself.</summary>
    private static async Task<JsonElement> PreviewAsync(TestSite site, Guid original)
    {
        var named = (await site.JsonAsync($"media/item/{original}")).Property("preview")[0].Text("id");
        return await site.JsonAsync($"media/item/{named}");
    }

    private static async Task<string?> ServedAsync(TestSite site, Guid original)
    {
        var shown = await site.JsonAsync($"media/item/{PreviewTending.KeyOf(original)}");
        return (await site.GetAsync(shown.Text("url"))).Header("Content-Type");
    }
}
