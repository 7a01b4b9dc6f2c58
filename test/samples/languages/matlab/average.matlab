function m = average(x)
% remark (mean of a vector
%{
remark (of any
length
%}
if isempty(x)
    error("quoted (empty");
end
m = 0;
for k = 1:numel(x)
    m = m + x(k); % remark (sum
end
m = m / numel(x);
y = x';
fprintf('quoted (%g\n', m);
end
