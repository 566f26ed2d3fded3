using Microsoft.Extensions.Configuration;
using Repository.Testing;
using Repository.Web.Operations;

namespace Repository.Web.Tests.Operations;

public sealed class SettingTests
{
    [Fact]
    public void every_setting_is_documented_with_its_default_and_nothing_else_is()
    {
        var documented = File.ReadLines(ProjectFolder.Find("docs/operations.md"))
            .Where(line => line.StartsWith("| `Repository:", StringComparison.Ordinal))
            .ToList();

        var expected = Setting.All.Select(setting =>
            $"| `Repository:{setting.Key}` | {Shown(setting.Default, "empty")} | {Shown(setting.Synonym ?? "", "")} | {setting.Meaning} |");

        Assert.Equal(expected, documented);
    }

    [Fact]
    public void ours_wins_over_umbracos_key_and_that_over_the_default()
    {
        Assert.True(Read().PublicAccess);
        Assert.False(Read(("Umbraco:CMS:DeliveryApi:PublicAccess", "False")).PublicAccess);
        Assert.True(Read(("Umbraco:CMS:DeliveryApi:PublicAccess", "false"), ("Repository:Delivery:PublicAccess", "true")).PublicAccess);
    }

    [Fact]
    public void a_list_may_be_a_text_or_have_numbered_members_and_ours_wins()
    {
        Assert.Equal("a,b", Read(("Umbraco:CMS:DeliveryApi:DisallowedContentTypeAliases:0", "a"), ("Umbraco:CMS:DeliveryApi:DisallowedContentTypeAliases:1", "b")).DisallowedContentTypeAliases);
        Assert.Equal("a,b", Read(("Repository:Delivery:DisallowedContentTypeAliases:0", "a"), ("Repository:Delivery:DisallowedContentTypeAliases:1", "b")).DisallowedContentTypeAliases);
        Assert.Equal("a", Read(("Repository:Delivery:AllowedContentTypeAliases:0", "a"), ("Umbraco:CMS:DeliveryApi:AllowedContentTypeAliases", "b")).AllowedContentTypeAliases);
    }

    [Theory]
    [InlineData("Repository:Delivery:Enabled", "perhaps")]
    [InlineData("Repository:Delivery:MaxTake", "-1")]
    [InlineData("Repository:Imaging:CacheSize", "much")]
    [InlineData("Repository:Imaging:CacheSize", "9000000000GB")]
    [InlineData("Repository:Imaging:MaxWidth", "5e3")]
    public void a_value_that_makes_no_sense_is_refused_by_name(string key, string value)
    {
        var refused = Assert.Throws<BadSettingException>(() => Read((key, value)));

        Assert.Contains(key, refused.Message, StringComparison.Ordinal);
        Assert.Contains(value, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1234", 1234)]
    [InlineData("2 kb", 2048)]
    [InlineData("3MB", 3L << 20)]
    [InlineData("1GB", 1L << 30)]
    public void a_size_may_have_a_unit(string given, long bytes) => Assert.Equal(bytes, Options(("Repository:Imaging:CacheSize", given)).Imaging.CacheSize);

    [Fact]
    public void a_key_that_is_no_base64_is_refused_and_not_printed()
    {
        var refused = Assert.Throws<BadSettingException>(() => Options(("Umbraco:CMS:Imaging:HMACSecretKey", "no es base64")));

        Assert.Contains("Imaging:HmacKey", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("no es base64", refused.Message, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], Options(("Umbraco:CMS:Imaging:HMACSecretKey", "AQID")).Imaging.HmacKey);
    }

    [Fact]
    public void commands_read_the_file_of_the_environment_as_the_server_does()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("appsettings.json"), """{"Repository":{"DataPath":"/srv/one","USyncPath":"/srv/schema"}}""");
        File.WriteAllText(folder.File("appsettings.Staging.json"), """{"Repository":{"DataPath":"/srv/two"}}""");

        var options = Settings.Read([$"--contentRoot={folder.Path}", "--environment=Staging"]);

        Assert.Equal(("/srv/two", "/srv/schema"), (options.DataPath, options.USyncPath));
    }

    private static string Shown(string text, string absent) => text.Length == 0 ? absent : $"`{text}`";

    private static Repository.Web.Delivery.DeliveryOptions Read(params (string Key, string Value)[] settings) => Options(settings).Delivery;

    private static RepositoryOptions Options(params (string Key, string Value)[] settings) =>
        RepositoryOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build());
}
