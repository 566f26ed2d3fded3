using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Storage;

namespace Repository.Web.Operations;

/// <summary>What every command of the program works on: the configuration, the schema in its files, and the open store.</summary>
internal sealed record Installation(RepositoryOptions Options, ContentSchema Schema, EditorRegistry Editors, ContentStore Store, TimeProvider Clock) : IAsyncDisposable
{
    public ContentValidation Validation { get; } = new(Schema, Editors, ItemRules.All);

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
