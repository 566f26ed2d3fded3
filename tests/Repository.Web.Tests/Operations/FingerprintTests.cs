using System.Collections.Frozen;
using Microsoft.Extensions.Configuration;
using Repository.Core.Schema;
using Repository.Web.Operations;

namespace Repository.Web.Tests.Operations;

/// <summary>What may change how an answer looks, without any content having changed, changes the fingerprint.</summary>
public sealed class FingerprintTests
{
    private static readonly ContentType Page = new() { Key = new Guid("5f2c1b7e-6d0a-4b0e-9f51-2b7f6f3f9f00"), Alias = "page", Name = "Página", Kind = ContentTypeKind.Document };
    private static readonly Language Spanish = new("es-MX", "Español", IsDefault: true);
    private static readonly Language English = new("en", "English");

    [Fact]
    public void the_same_schema_and_settings_have_the_same() => Assert.Equal(Of(ASchema()), Of(ASchema()));

    [Fact]
    public void every_other_schema_or_setting_has_another()
    {
        string[] prints =
        [
            Of(ASchema()),
            Of(ASchema(), ("Repository:Delivery:RichTextOutputAsJson", "true")),
            Of(ASchema(prefix: "english")),
            Of(new ContentSchema([Page], [], [Spanish, English], [new LanguagePrefix("en", "en")], []) { Hosts = new Dictionary<string, string> { ["en.example.org"] = "en" }.ToFrozenDictionary() }),
            Of(new ContentSchema([Page], [], [Spanish, English], [], [])),
            Of(new ContentSchema([Page], [], [Spanish], [], [])),
            Of(new ContentSchema([Page], [], [Spanish with { IsDefault = false }, English with { IsDefault = true }], [], [])),
            Of(new ContentSchema([Page], [], [Spanish, English with { Tag = "zap" }], [], [])),
            Of(new ContentSchema([Page with { VariesByCulture = true }], [], [Spanish, English], [], [])),
            Of(new ContentSchema([Page with { Alias = "sheet" }], [], [Spanish, English], [], [])),
        ];

        Assert.Equal(prints.Length, prints.Distinct().Count());
    }

    private static ContentSchema ASchema(string prefix = "en") => new([Page], [], [Spanish, English], [new LanguagePrefix("en", prefix)], []);

    private static string Of(ContentSchema schema, params (string Key, string Value)[] settings) => Fingerprint.Of(
        RepositoryOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build()), schema);
}
