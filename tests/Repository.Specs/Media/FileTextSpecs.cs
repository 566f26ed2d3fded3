using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Repository.Core.Content;
using Repository.Core.Schema;
using Repository.Specs.Delivery;
using Repository.Specs.Searching;
using Repository.Testing;
using Repository.Web.Live;
using Repository.Web.Media;
using Repository.Web.Media.Intake;
using Repository.Web.Media.Texts;

namespace Repository.Specs.Media;

/// <summary>Pages are found by the words of their files as soon as those have been read, and by no word of a file that the public may not have.</summary>
public sealed class FileTextSpecs : IAsyncLifetime
{
    private VillageSite? _village;

    private TestSite Site => _village!.Site;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _village = await VillageSite.StartAsync();

    public ValueTask DisposeAsync() => _village?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task a_page_is_found_by_the_words_of_its_file_and_shows_them()
    {
        await ShowAsync("segunda", await BringAsync("acta.docx", MadeFiles.Docx("Acta", "Se nombró al topil Xuwana Ñuu &amp; su comité.")));
        await ReadAsync(Site);

        var found = await Site.SearchAsync("q=topiles xuwana");

        Assert.Equal(["Segunda"], found.Names);
        Assert.Equal("Acta\nSe nombró al <mark>topil</mark> <mark>Xuwana</mark> Ñuu &amp; su comité.", found.Items.Single().GetProperty("highlights").Text("files"));
        Assert.Equal(["Segunda"], await Site.NamesAsync("filter=text:xuwana"));
        Assert.Equal(["Second"], await Site.FoundAsync("q=xuwana&lang=en"));
        Assert.Equal(["Segunda"], await Site.FoundAsync("q=\"topil xuwana\""));
    }

    [Fact]
    public async Task a_word_in_a_title_counts_more_than_one_in_a_file()
    {
        await ShowAsync("tercera", await BringAsync("acta.csv", MadeFiles.Text("segunda segunda segunda\r\n")));
        await ReadAsync(Site);

        Assert.Equal(["Segunda", "Tercera"], await Site.FoundAsync("q=segunda"));
    }

    [Fact]
    public async Task what_is_said_in_a_video_is_found_where_the_video_is_shown()
    {
        var captions = await BringAsync("video.vtt", MadeFiles.Text("WEBVTT\n\n00:00.000 --> 00:01.000\nHablamos de la xochimilpa\n"));
        await ShowAsync("segunda", await BringAsync("video.mp4", RealFiles.Bytes("video.mp4"), new NewMedium { IsPublic = true, Captions = captions, By = "ana" }));
        await ReadAsync(Site);

        Assert.Equal(["Segunda"], await Site.FoundAsync("q=xochimilpa"));
    }

    [Fact]
    public async Task words_of_a_restricted_file_are_nowhere()
    {
        var key = await BringAsync("acta.csv", MadeFiles.Text("xochipilli,secreto\r\n"), new NewMedium { By = "ana" });
        await ShowAsync("segunda", key);
        await ReadAsync(Site);
        await NowhereAsync();
        await RestrictAsync(key, false);
        await ReadAsync(Site);
        Assert.Equal(["Segunda"], await Site.FoundAsync("q=xochipilli"));

        await RestrictAsync(key, true);

        await NowhereAsync();
        await RestrictAsync(key, false);
        await Site.UnpublishAsync("segunda", Village.Spanish);
        await NowhereAsync();

        async Task NowhereAsync()
        {
            var found = await Site.SearchAsync("q=xochipilli");
            Assert.Empty(found.Names);
            Assert.Equal(JsonValueKind.Null, found.Json.GetProperty("query").GetProperty("suggestion").ValueKind);
            Assert.Equal(JsonValueKind.Null, (await Site.SearchAsync("q=xochipili")).Json.GetProperty("query").GetProperty("suggestion").ValueKind);
            Assert.Empty((await Site.GetAsync("/api/v1/suggest?q=xochipil")).Items);
            Assert.Empty(await Site.NamesAsync("filter=text:xochipilli"));
            Assert.Empty(await Site.FoundAsync("q=xochi*"));
        }
    }

    [Fact]
    public async Task which_files_are_waited_for_is_nobodys_to_ask()
    {
        var blind = await BlindAsync();
        await ShowAsync("segunda", await BringAsync("acta.pdf", MadeFiles.Pdf("Xuwana"), blind), blind);

        Assert.NotEmpty((await blind.Service<LiveContent>().SearchableAsync(Cancellation)).Awaited);
        Assert.Empty(await blind.FoundAsync("q=awaits:*"));
    }

    [Fact]
    public async Task a_publication_waits_for_no_reader()
    {
        using var bin = new TemporaryFolder();
        bin.Script(PdfToText.Program, "exec sleep 600");
        var site = await _village!.AnotherAsync(services => services.AddSingleton(new PdfToText($"{bin.Path}:/usr/bin:/bin")));

        var page = await site.CreateAsync(new NewItem { Type = "page", Parent = AnItem.KeyOf("paginas"), Content = ItemContent.Named("Xochimeh", Village.Spanish).With("sections", Showing(await BringAsync("acta.pdf", MadeFiles.Pdf("Acta"), new NewMedium { IsPublic = true, By = "ana" }, site)), Village.Spanish), By = "ana" });
        await site.PublishKeyAsync(page);

        Assert.Equal(["Xochimeh"], await site.FoundAsync("q=xochimeh"));
    }

    [Fact]
    public async Task a_missing_program_is_named_and_what_it_could_not_read_is_read_when_it_is_there()
    {
        Assert.SkipUnless(Tool.PdfToText.IsInstalled, Tool.PdfToText.WhyAbsent);
        using var bin = new TemporaryFolder();
        File.CreateSymbolicLink(bin.File("nice"), Tool.Nice.Path!);
        var site = await _village!.AnotherAsync(services => services.AddSingleton(new PdfToText(bin.Path)));
        await ShowAsync("segunda", await BringAsync("acta.pdf", MadeFiles.Pdf("Habla Xuwana"), site), site);
        await ReadAsync(site);
        var without = await site.SearchAsync("q=xuwana");
        var listed = await site.GetAsync("content?filter=text:xuwana");
        var ready = await site.GetAsync("/healthz/ready");

        File.CreateSymbolicLink(bin.File(PdfToText.Program), Tool.PdfToText.Path!);
        await ReadAsync(site);

        Assert.Contains("poppler", ready.Json.GetProperty("missingTools").EnumerateArray().Select(tool => tool.GetString()));
        Assert.Empty(without.Names);
        Assert.Equal(["Segunda"], await site.FoundAsync("q=xuwana"));

        // Nothing was published in between, and yet the answer is another one.
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/api/v1/search?q=xuwana", ("If-None-Match", without.Header("ETag")!))).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("content?filter=text:xuwana", ("If-None-Match", listed.Header("ETag")!))).Status);
        Assert.DoesNotContain("poppler", (await site.GetAsync("/healthz/ready")).Json.GetProperty("missingTools").EnumerateArray().Select(tool => tool.GetString()));
    }

    [Fact]
    public async Task an_index_saved_before_a_file_was_read_learns_its_words_at_the_next_start()
    {
        Assert.SkipUnless(Tool.PdfToText.IsInstalled, Tool.PdfToText.WhyAbsent);
        var blind = await BlindAsync();
        await ShowAsync("segunda", await BringAsync("acta.pdf", MadeFiles.Pdf("Habla Xuwana"), blind), blind);
        Assert.Empty(await blind.FoundAsync("q=xuwana"));
        await blind.DisposeAsync();

        var later = await _village!.AnotherAsync();
        await ReadAsync(later);

        Assert.Equal(["Segunda"], await later.FoundAsync("q=xuwana"));
    }

    /// <summary>A site whose reader of PDF is missing.</summary>
    private Task<TestSite> BlindAsync() => _village!.AnotherAsync(services => services.AddSingleton(new PdfToText("/nowhere")));

    private static Task ReadAsync(TestSite site) => site.Service<TextFollowing>().CatchUpAsync(Cancellation);

    private Task<Guid> BringAsync(string name, byte[] bytes, NewMedium? medium = null) => BringAsync(name, bytes, medium ?? new NewMedium { IsPublic = true, By = "ana" }, Site);

    private static Task<Guid> BringAsync(string name, byte[] bytes, TestSite site) => BringAsync(name, bytes, new NewMedium { IsPublic = true, By = "ana" }, site);

    private static async Task<Guid> BringAsync(string name, byte[] bytes, NewMedium medium, TestSite site)
    {
        using var source = new MemoryStream(bytes);
        var result = await site.Service<MediaShelf>().AddAsync(await site.Service<MediaIntake>().TakeAsync(source, name, Cancellation), name, medium, Cancellation);
        return result is ShelvingResult.Done done ? done.Key : throw new InvalidOperationException(string.Join(' ', ((ShelvingResult.Refused)result).Reasons));
    }

    private Task ShowAsync(string handle, Guid medium) => ShowAsync(handle, medium, Site);

    /// <summary>Puts a file on a page, in all its languages, for everyone to see.</summary>
    private async Task ShowAsync(string handle, Guid medium, TestSite site)
    {
        await site.SaveAsync(handle, content => content.With("sections", Showing(medium), Village.Spanish).With("sections", Showing(medium), Village.English));
        await site.PublishAsync(handle, Village.Spanish, Village.English);
    }

    private string Showing(Guid medium) => Stored.BlockList(
        Site.Service<ContentSchema>(),
        new ABlock("section with a file", "textSection", ("heading", "Archivos"), ("body", Stored.RichText(Site.Service<ContentSchema>(), "<p>Aquí.</p>", new ABlock("file in a section", "mediaBlock", ("media", Picked(medium)))))));

    private static string Picked(Guid medium) => Stored.PickedMedia(new JsonObject { ["key"] = Guid.NewGuid(), ["mediaKey"] = medium, ["mediaTypeAlias"] = "File", ["crops"] = new JsonArray(), ["focalPoint"] = null });

    private static async Task RestrictAsync(TestSite site, Guid key, bool restricted)
    {
        var item = await site.Service<IContentStore>().ReadAsync(store => store.FindAsync(key), Cancellation);
        Assert.IsType<WriteResult.Done>(await site.Service<ContentEditing>().RestrictAsync(new Seen(key, item!.Version, "ana"), restricted, Cancellation));
    }

    private Task RestrictAsync(Guid key, bool restricted) => RestrictAsync(Site, key, restricted);
}
