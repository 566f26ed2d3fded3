using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using Repository.Testing;

namespace Repository.Specs;

/// <summary>Who may know whom, as docs/tour.md has it.</summary>
public sealed class HouseTests
{
    private static readonly string[] BaseLibrary = ["System", "netstandard", "mscorlib", "Microsoft.Win32", "Microsoft.CSharp"];

    public static TheoryData<string, string> Rooms()
    {
        var rooms = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(ProjectFolder.Find("docs/tour.md")))
        {
            if (line.Split('|', StringSplitOptions.TrimEntries) is ["", var project, var mayUse, ""] && project.StartsWith("Repository.", StringComparison.Ordinal)) rooms.Add(project, mayUse);
        }

        return rooms;
    }

    [Fact]
    public void the_table_names_every_project() =>
        Assert.Equal(
            Directory.GetDirectories(ProjectFolder.Find("src")).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Rooms().Select(room => room.Data.Item1).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void a_project_uses_only_what_the_table_allows(string project, string mayUse)
    {
        var allowed = mayUse.Split(',', StringSplitOptions.TrimEntries).Concat(BaseLibrary).ToList();

        var used = Assembly.Load(project).GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.All(used, name => Assert.Contains(allowed, known => name == known || name.StartsWith($"{known}.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("System.IO.File")]
    [InlineData("System.IO.FileInfo")]
    [InlineData("System.IO.Directory")]
    [InlineData("System.IO.FileStream")]
    [InlineData("System.Net.Http.HttpClient")]
    [InlineData("System.Threading.Timer")]
    [InlineData("System.Diagnostics.Stopwatch")]
    public void core_knows_no_files_no_network_and_no_clock(string type) => Assert.DoesNotContain(type, TypesUsedBy("Repository.Core"));

    /// <summary>A loop of one's own forgets that it must outlive a failure, or that it may be stopped alone.</summary>
    [Fact]
    public void what_is_done_again_and_again_is_done_by_the_one_heartbeat() => Assert.DoesNotContain("System.Threading.PeriodicTimer", TypesUsedBy("Repository.Web"));

    [Theory]
    [InlineData("Repository.Core")]
    [InlineData("Repository.USync")]
    [InlineData("Repository.Search")]
    [InlineData("Repository.Storage")]
    [InlineData("Repository.Web")]
    public void nobody_asks_the_machine_for_the_time(string project)
    {
        var asked = MembersUsedBy(project);

        Assert.DoesNotContain("DateTime.get_Now", asked);
        Assert.DoesNotContain("DateTime.get_UtcNow", asked);
        Assert.DoesNotContain("DateTimeOffset.get_Now", asked);
        Assert.DoesNotContain("DateTimeOffset.get_UtcNow", asked);
    }

    [Fact]
    public void every_package_in_the_scripts_of_the_desk_is_named_with_its_licence()
    {
        var told = File.ReadLines(ProjectFolder.Find("docs/desk.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 4)
            .SelectMany(cells => cells[1].Split(',', StringSplitOptions.TrimEntries).Select(package => (package, cells[2])))
            .ToHashSet();
        using var lockFile = JsonDocument.Parse(File.ReadAllText(ProjectFolder.Find("src/Repository.Web/Desk/Islands/package-lock.json")));

        var bundled = lockFile.RootElement.GetProperty("packages").EnumerateObject()
            .Where(package => package.Name.Length > 0 && !package.Value.TryGetProperty("dev", out _))
            .Select(package => (package.Name[(package.Name.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..], package.Value.GetProperty("license").GetString()!));

        Assert.All(bundled, package => Assert.Contains(package, told));
        Assert.DoesNotContain("\"resolved\"", lockFile.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    private static List<string> TypesUsedBy(string project) => Read(project, reader => reader.TypeReferences
        .Select(handle => reader.GetTypeReference(handle))
        .Select(type => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}")
        .ToList());

    private static List<string> MembersUsedBy(string project) => Read(project, reader => reader.MemberReferences
        .Select(handle => reader.GetMemberReference(handle))
        .Where(member => member.Parent.Kind == HandleKind.TypeReference)
        .Select(member => $"{reader.GetString(reader.GetTypeReference((TypeReferenceHandle)member.Parent).Name)}.{reader.GetString(member.Name)}")
        .ToList());

    private static T Read<T>(string project, Func<MetadataReader, T> read)
    {
        using var file = new PEReader(File.OpenRead(Assembly.Load(project).Location));
        return read(file.GetMetadataReader());
    }
}
