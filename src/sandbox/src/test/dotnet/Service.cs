using System;
using System.IO;
using System.Net;
using System.Text;
using System.Web.Script.Serialization;

namespace Esign
{
    /// <summary>Calls eSign as the documentation's samples do: HttpWebRequest, and a new token before every call.</summary>
    public class Service
    {
        private const string ApiKey = "an-api-key";

        private readonly string host;
        private readonly IReader reader;
        private readonly JavaScriptSerializer serializer = new JavaScriptSerializer { MaxJsonLength = int.MaxValue };

        public Service(string host, IReader reader)
        {
            this.host = host;
            this.reader = reader;
        }

        public RequestResponse EncryptString(string plainText, string salt)
        {
            return reader.Read<RequestResponse>(Send("GET",
                "rest/v1/encrypt/" + Uri.EscapeDataString(plainText) + "/" + Uri.EscapeDataString(salt), null, null));
        }

        public RequestResponse GetToken(string encryptedKey, string salt)
        {
            return reader.Read<RequestResponse>(Send("GET", "rest/v1/gettoken/" + Uri.EscapeDataString(salt), encryptedKey,
                null));
        }

        public string NewToken()
        {
            const string salt = "5alt0fLettersAndDigits";
            return GetToken(EncryptString(ApiKey, salt).ReturnValue, salt).ReturnValue;
        }

        public T Get<T>(string path)
        {
            return reader.Read<T>(Send("GET", path, NewToken(), null));
        }

        public T Get<T>(string path, string token)
        {
            return reader.Read<T>(Send("GET", path, token, null));
        }

        public T Post<T>(string path, object data)
        {
            return reader.Read<T>(Send("POST", path, NewToken(), serializer.Serialize(data)));
        }

        public T Put<T>(string path, object data)
        {
            return reader.Read<T>(Send("PUT", path, NewToken(), data == null ? "" : serializer.Serialize(data)));
        }

        public T Delete<T>(string path)
        {
            return reader.Read<T>(Send("DELETE", path, NewToken(), null));
        }

        /// <summary>Calls what is no part of eSign, without a token.</summary>
        public string Plain(string method, string path, object data)
        {
            return Send(method, path, null, data == null ? null : serializer.Serialize(data));
        }

        private string Send(string method, string path, string authorization, string body)
        {
            string url = path.StartsWith("http") ? path : host + "/" + path;
            HttpWebRequest request = (HttpWebRequest)WebRequest.Create(url);
            request.Method = method;
            request.ContentType = "application/json";
            request.Timeout = 20000;
            if (authorization != null)
            {
                request.Headers["Authorization"] = authorization;
            }
            if (body != null)
            {
                byte[] bytes = Encoding.UTF8.GetBytes(body);
                request.ContentLength = bytes.Length;
                if (bytes.Length > 0)
                {
                    using (Stream stream = request.GetRequestStream())
                    {
                        stream.Write(bytes, 0, bytes.Length);
                    }
                }
            }
            try
            {
                using (WebResponse response = request.GetResponse())
                using (StreamReader text = new StreamReader(response.GetResponseStream(), Encoding.UTF8))
                {
                    return text.ReadToEnd();
                }
            }
            catch (WebException e)
            {
                throw new InvalidOperationException(method + " " + path + ": " + e.Message, e);
            }
        }
    }
}
