<%@ page contentType="text/html; charset=UTF-8" %>
<!-- remark <li> of the
     list -->
<html>
  <body>
    <ul>
      <% for (String name : names) { %>
      <li><%= name %></li>
      <% } %>
    </ul>
  </body>
</html>
