namespace Repository.Web.Operations;

/// <summary>The program will not start as things are. The message is for a person; it names every reason.</summary>
internal sealed class StartRefusedException(string message, Exception? cause = null) : Exception(message, cause);
