namespace Repository.Storage;

/// <summary>The database can be reached, but this program must not work with it: it is damaged, from a newer version, or set up in a way that loses data.</summary>
public sealed class DatabaseRefusedException : Exception
{
    public DatabaseRefusedException(string message)
        : base(message)
    {
    }

    public DatabaseRefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
