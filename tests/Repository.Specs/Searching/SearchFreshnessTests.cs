using Repository.Core.Content;
using Repository.Specs.Delivery;

namespace Repository.Specs.Searching;

/// <summary>What is published is found at the next request, and what is withdrawn is not; what the index keeps beside the database is only a copy.</summary>
public sealed class SearchFreshnessTests : IAsyncLifetime
{
    private VillageSite? _village;

    private TestSite Site => _village!.Site;

    public async ValueTask InitializeAsync() => _village = await VillageSite.StartAsync();

    public ValueTask DisposeAsync() => _village?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task a_publication_is_found_at_once_and_gone_at_once()
    {
        var key = await Site.CreateAsync(new NewItem { Type = "page", Parent = AnItem.KeyOf("paginas"), Content = ItemContent.Named("Xochimeh", Village.Spanish), By = "ana" });
        var drafted = await Site.FoundAsync("q=xochimeh");
        await Site.PublishKeyAsync(key);
        var published = await Site.FoundAsync("q=xochimeh");
        await Site.UnpublishKeyAsync(key);

        Assert.Empty(drafted);
        Assert.Equal(["Xochimeh"], published);
        Assert.Empty(await Site.FoundAsync("q=xochimeh"));
    }

    [Fact]
    public async Task a_restricted_section_takes_all_below_it_out()
    {
        Assert.NotEmpty(await Site.FoundAsync("q=camino saca"));

        await Site.RestrictAsync("practicas");

        Assert.DoesNotContain("Tequio para el camino de saca", await Site.FoundAsync("q=camino saca"));
        Assert.Empty(await Site.FacetAsync("municipality", "type=practice"));
    }

    [Fact]
    public async Task an_item_is_found_by_the_new_name_of_what_it_names()
    {
        await Site.RenameAsync("roads", "Veredas", culture: "");

        Assert.Equal(["Veredas", "Tequio para el camino de saca"], await Site.FoundAsync("q=veredas"));
    }

    [Fact]
    public async Task a_damaged_copy_of_the_index_is_made_anew()
    {
        var saved = Path.Combine(_village!.DataPath, "index");
        await using (await _village.AnotherAsync())
        {
        }

        foreach (var file in Directory.GetFiles(saved)) await File.WriteAllTextAsync(file, "dañado", TestContext.Current.CancellationToken);
        var other = await _village.AnotherAsync();

        // In which order is another matter: an index that has changed still counts, as Lucene's does, words of documents that are gone.
        Assert.Equal((await Site.FoundAsync("q=agua asamblea&take=200")).Order(), (await other.FoundAsync("q=agua asamblea&take=200")).Order());
    }

    [Fact]
    public async Task an_index_saved_before_the_last_changes_is_caught_up_with_them()
    {
        await using (await _village!.AnotherAsync())
        {
        }

        var saved = Directory.GetFiles(Path.Combine(_village.DataPath, "index"), "*.segment");
        await Site.RenameAsync("asamblea", "Consejo de ancianos");
        await Site.RestrictAsync("tequio");
        string[] found;
        await using (var other = await _village.AnotherAsync()) found = await other.FoundAsync("q=agua ancianos asamblea&take=200");

        Assert.Contains("Consejo de ancianos", found);
        Assert.Equal((await Site.FoundAsync("q=agua ancianos asamblea&take=200")).Order(), found.Order());
        Assert.All(saved, file => Assert.True(File.Exists(file)));
    }

    [Fact]
    public async Task an_index_of_another_log_is_not_believed()
    {
        await using (await _village!.AnotherAsync())
        {
        }

        await using var elsewhere = await VillageSite.StartAsync();
        await elsewhere.Site.RenameAsync("asamblea", "Consejo de ancianos");
        CopyIndex(from: _village.DataPath, to: elsewhere.DataPath);
        var other = await elsewhere.AnotherAsync();

        Assert.Equal("Consejo de ancianos", (await other.FoundAsync("q=ancianos"))[0]);
        Assert.Equal((await elsewhere.Site.FoundAsync("q=agua&take=200")).Order(), (await other.FoundAsync("q=agua&take=200")).Order());
    }

    private static void CopyIndex(string from, string to)
    {
        Directory.CreateDirectory(Path.Combine(to, "index"));
        foreach (var file in Directory.GetFiles(Path.Combine(from, "index"))) File.Copy(file, Path.Combine(to, "index", Path.GetFileName(file)), overwrite: true);
    }
}
