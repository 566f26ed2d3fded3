using System.Text;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Schema;

namespace Repository.USync.Tests.Schema;

public sealed class SchemaReadingTests : IDisposable
{
    private readonly AFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void written_back_the_files_have_not_changed_by_a_byte()
    {
        using var target = new Testing.TemporaryFolder();
        var written = new USyncFolder(target.Path);

        Assert.Empty(written.Write(new USyncFolder(_folder.Root), _folder.Built(), []));

        var files = Directory.EnumerateFiles(_folder.V17, "*.config", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.V17, file)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal([.. files, "usync.config"], Directory.EnumerateFiles(Path.Combine(target.Path, "v17"), "*.config", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Path.Combine(target.Path, "v17"), file)).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(_folder.V17, file)), File.ReadAllBytes(Path.Combine(target.Path, "v17", file))));
    }

    [Fact]
    public void a_folder_may_be_written_over_itself()
    {
        var before = Directory.EnumerateFiles(_folder.V17, "*.config", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllBytes);

        Assert.Empty(new USyncFolder(_folder.Root).Write(new USyncFolder(_folder.Root), _folder.Built(), []));

        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
    }

    [Fact]
    public void marks_of_encoding_sub_folders_and_the_case_of_switches_do_not_matter()
    {
        var plain = _folder.Built();
        var tags = _folder.Read("DataTypes/Tags.config");
        File.Delete(Path.Combine(_folder.V17, "DataTypes/Tags.config"));
        Directory.CreateDirectory(Path.Combine(_folder.V17, "DataTypes/below/deeper"));
        File.WriteAllText(Path.Combine(_folder.V17, "DataTypes/below/deeper/other-name.config"), tags, new UTF8Encoding(false));
        _folder.Change("ContentTypes/home.config", "<AllowAtRoot>True</AllowAtRoot>", "<AllowAtRoot>TRUE</AllowAtRoot>");

        Assert.Equal(plain.Types.Select(type => type.Alias), _folder.Built().Types.Select(type => type.Alias));
        Assert.True(_folder.Built().DocumentType("home")!.AllowedAtRoot);
    }

    [Fact]
    public void the_layer_of_the_version_wins_over_the_base_layer_by_key()
    {
        var home = _folder.Read("ContentTypes/home.config");
        var root = Path.Combine(_folder.Root, "Root", "ContentTypes");
        Directory.CreateDirectory(root);
        File.WriteAllText(Path.Combine(root, "another.config"), home.Replace("<Name>Portada</Name>", "<Name>Otra</Name>", StringComparison.Ordinal));

        Assert.Equal("Portada", _folder.Built().DocumentType("home")!.Name);
        File.Delete(Path.Combine(_folder.V17, "ContentTypes/home.config"));
        Assert.Equal("Otra", _folder.Built().DocumentType("home")!.Name);
    }

    [Fact]
    public void fields_of_compositions_stand_among_a_types_own_in_the_order_of_the_form()
    {
        var practice = _folder.Built().DocumentType("practice")!;

        var tabs = practice.Tabs.Select(tab => tab.Alias).ToList();
        var places = practice.Properties.Select(property => (tabs.IndexOf(property.TabAlias), property.SortOrder)).ToList();
        Assert.Equal(places.Order(), places);
        Assert.NotNull(practice.Property("umbracoUrlName"));
        Assert.Equal(ContentTypeKind.Document, practice.Kind);
    }

    [Fact]
    public void a_domain_may_name_a_host_with_a_path_or_alone()
    {
        var domain = _folder.Read("Domains/en_en.config");
        _folder.Write("Domains/a.config", SchemaRefusalTests.Domain(domain, 1, "example.org/en", "en"))
            .Write("Domains/b.config", SchemaRefusalTests.Domain(domain, 2, "https://www.example.org/en/", "en"))
            .Write("Domains/c.config", SchemaRefusalTests.Domain(domain, 3, "en.example.org", "en"))
            .Write("Domains/d.config", SchemaRefusalTests.Domain(domain, 4, "example.org", "es-MX"));

        var schema = _folder.Built();

        Assert.Equal("en", Assert.Single(schema.Prefixes).Value);
        Assert.Equal(("en", "es-MX"), (schema.Hosts["EN.example.org"], schema.Hosts["example.org"]));
    }

    [Fact]
    public void a_signature_and_another_version_are_accepted()
    {
        _folder.Write("usync.config", "<uSync version=\"17.3.2.0\" format=\"10.7.0\" hmac=\"AAAA\" />");

        Assert.Empty(_folder.Problems());
    }

    [Theory]
    [InlineData("a")]
    [InlineData("z")]
    public void a_mark_of_deletion_counts_by_its_layer_and_not_by_its_files_name(string name)
    {
        var home = _folder.Read("ContentTypes/home.config");
        var mark = $"<Empty Key=\"{home[(home.IndexOf("Key=\"", StringComparison.Ordinal) + 5)..][..36]}\" Alias=\"home\" Change=\"Delete\" />";
        void InRoot(string file, string text)
        {
            Directory.CreateDirectory(Path.Combine(_folder.Root, "Root/ContentTypes"));
            File.WriteAllText(Path.Combine(_folder.Root, "Root/ContentTypes", file), text);
        }

        InRoot($"{name}.config", mark);
        Assert.NotNull(_folder.Built().DocumentType("home"));

        _folder.Write($"ContentTypes/{name}.config", mark);
        Assert.Contains(_folder.Problems(), problem => problem.File == $"v17/ContentTypes/{name}.config" && problem.Reason.Contains("home.config", StringComparison.Ordinal));

        InRoot($"{name}.config", home);
        File.Delete(Path.Combine(_folder.V17, "ContentTypes/home.config"));
        Assert.Null(_folder.Built().DocumentType("home"));
    }

    [Fact]
    public void an_export_over_a_folder_leaves_nothing_of_its_base_layer()
    {
        var root = Directory.CreateDirectory(Path.Combine(_folder.Root, "Root/ContentTypes")).FullName;
        File.Move(Path.Combine(_folder.V17, "ContentTypes/home.config"), Path.Combine(root, "home.config"));

        Assert.Empty(new USyncFolder(_folder.Root).Write(new USyncFolder(_folder.Root), _folder.Built(), []));

        Assert.Empty(Directory.EnumerateFiles(root));
        Assert.NotNull(_folder.Built().DocumentType("home"));
    }

    [Fact]
    public void of_two_names_that_differ_in_letter_case_the_same_one_gives_way_at_every_export()
    {
        using var target = new Testing.TemporaryFolder();
        var tags = _folder.Read("DataTypes/Tags.config");
        string Named(string name, string key) => tags.Replace("<Name>Tags</Name>", $"<Name>{name}</Name>", StringComparison.Ordinal).Replace(tags[(tags.IndexOf("Key=\"", StringComparison.Ordinal) + 5)..][..36], key, StringComparison.Ordinal);
        _folder.Write("DataTypes/a.config", Named("Alfa Beta", "00000000-0000-0000-0000-000000000001")).Write("DataTypes/b.config", Named("ALFA beta", "00000000-0000-0000-0000-000000000002"));
        string[] Written() => [.. Directory.EnumerateFiles(Path.Combine(target.Path, "v17/DataTypes"), "alfa*", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive }).Select(file => $"{Path.GetFileName(file)} {File.ReadAllText(file).Split("Key=\"")[1][..36]}").Order(StringComparer.Ordinal)];

        new USyncFolder(target.Path).Write(new USyncFolder(_folder.Root), _folder.Built(), []);
        var first = Written();
        new USyncFolder(target.Path).Write(new USyncFolder(target.Path), _folder.Built(), []);

        Assert.Equal(2, first.Length);
        Assert.Equal(first, Written());
    }

    [Fact]
    public void what_an_export_leaves_out_is_told()
    {
        var item = new Item { Key = Guid.NewGuid(), Kind = ItemKind.Document, Type = "page", CreatedAt = DateTimeOffset.UnixEpoch, CreatedBy = "ana" };
        var page = new StoredItem(item, ItemContent.Named("Acerca", "es-MX").With("gone", "x"), [], []);
        var orphan = new StoredItem(item with { Type = "gone" }, ItemContent.Named("Huérfana"), [], []);

        var left = USyncFolder.LeftOut(_folder.Built(), [page, orphan]);

        Assert.Equal(["gone", "ContentType"], left.Select(problem => problem.Element));
        Assert.Contains("Acerca", left[0].File, StringComparison.Ordinal);
    }

    [Fact]
    public void what_is_left_in_the_place_of_an_item_says_what_to_do()
    {
        _folder.Write("Content/gone.config", "<Empty Key=\"5f2c1b7e-6d0a-4b0e-9f51-2b7f6f3f9f00\" Alias=\"x\" Change=\"Delete\" />")
            .Write("Content/renamed.config", "<Empty Key=\"5f2c1b7e-6d0a-4b0e-9f51-2b7f6f3f9f01\" Alias=\"y\" Change=\"Rename\" />")
            .Write("Content/clean.config", "<Empty Key=\"5f2c1b7e-6d0a-4b0e-9f51-2b7f6f3f9f02\" Alias=\"z\" Change=\"Clean\" />")
            .Write("Content/odd.config", "<Empty Key=\"5f2c1b7e-6d0a-4b0e-9f51-2b7f6f3f9f03\" Alias=\"z\" Change=\"Odd\" />");

        var (batch, problems) = new USyncFolder(_folder.Root).ReadContent(_folder.Built(), "x");

        Assert.Equal([false, true], batch.Deletions.Where(deletion => !deletion.Source.Contains("odd", StringComparison.Ordinal)).OrderBy(deletion => deletion.Key).Select(deletion => deletion.ChildrenOnly));
        Assert.Contains("odd.config", Assert.Single(problems).File, StringComparison.Ordinal);
        Assert.Empty(batch.Items);
    }
}
